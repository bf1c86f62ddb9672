package org.jkeepalived.config.iproute;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.finding.Finding;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.host.Iproute2Table;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.ReadAborted;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.AddressPrefix;
import org.jkeepalived.config.settings.Realms;
import org.jkeepalived.net.IpAddress;

/** The words of a line, taken one after the other, and the values that several kinds of lines share. */
final class LineWords {
    static final long UNSIGNED_MAX = 0xffff_ffffL;
    private static final int OCTET_MAX = 255;

    private final List<Word> words;
    private final LineContext context;
    private int next;

    LineWords(List<Word> words, LineContext context) {
        this.words = words;
        this.context = context;
    }

    LineContext context() {
        return context;
    }

    Findings findings() {
        return context.binding().findings();
    }

    Word first() {
        return words.getFirst();
    }

    boolean hasNext() {
        return next < words.size();
    }

    /** Whether another word follows the next one. */
    boolean hasValueAfterNext() {
        return next + 1 < words.size();
    }

    Word peek() {
        return words.get(next);
    }

    /** The word after the next one. */
    Word peekValue() {
        return words.get(next + 1);
    }

    Word take() {
        return words.get(next++);
    }

    /** The word after the option. Without one keepalived stops reading the configuration. */
    Word value(Word option) {
        if (hasNext()) {
            return take();
        }
        findings().abort(option.place(), ExitClass.ABORT, "missing-parameter",
                "*** Configuration line starting `" + first() + "` is missing a parameter after keyword `" + option
                        + "` at word position " + (words.size() + 1),
                "a value after " + option);
        throw new ReadAborted();
    }

    /** Takes the next word when it is this one. */
    boolean takes(String text) {
        if (hasNext() && peek().text().equals(text)) {
            next++;
            return true;
        }
        return false;
    }

    /** Passes over the rest of the line. */
    void end() {
        next = words.size();
    }

    /** Passes over the word that follows a family, as keepalived does. */
    void loses(Word option) {
        if (hasNext()) {
            Word lost = take();
            findings().advice(lost.place(), "word-lost", "'" + lost + "' after " + option + " is passed over",
                    "nothing after " + option + ": the addresses tell the family");
        }
    }

    /** Reports what makes the line useless. */
    LineDropped drop(Word word, String code, String message, String expected) {
        error(word, code, message, expected);
        return new LineDropped();
    }

    void error(Word word, String code, String message, String expected) {
        findings().error(word.place(), code, message, expected);
    }

    /** A decimal number; empty after it was reported. */
    OptionalLong decimal(Word word, long min, long max) {
        return WholeNumber.strict(min, max).read(word, context.binding());
    }

    /** An address without prefix length; null after it was reported. */
    IpAddress address(Word word) {
        IpAddress address = Addresses.parse(word.text());
        if (address == null) {
            invalidAddress(word, "an address without prefix length");
        }
        return address;
    }

    /** {@code ADDR[/PREFIX]}; null after it was reported. A bad length is reported and taken for that of a host. */
    AddressPrefix prefix(Word word) {
        String text = word.text();
        int slash = text.indexOf('/');
        int hostLength = text.indexOf(':') >= 0 ? 128 : 32;
        int length = slash < 0 ? hostLength : prefixLength(text.substring(slash + 1), hostLength, word);
        IpAddress address = Addresses.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            invalidAddress(word, "ADDR[/PREFIX]");
            return null;
        }
        return new AddressPrefix(address, length);
    }

    private int prefixLength(String text, int hostLength, Word word) {
        if (text.isEmpty()) {
            return 0;
        }
        OptionalLong number = WholeNumber.strict(0, hostLength).read(text, word, context.binding());
        if (number.isEmpty()) {
            error(word, "bad-prefix",
                    "Invalid address prefix len " + text + " for address " + word + " - using " + hostLength,
                    "0.." + hostLength);
        }
        return (int) number.orElse(hostLength);
    }

    /** Whether the word stands for every address of the line's family. */
    static boolean isEverything(Word word) {
        return switch (word.text()) {
            case "default", "any", "all" -> true;
            default -> false;
        };
    }

    /** As {@link #prefix}, or {@code default6}, which keepalived calls deprecated. */
    AddressPrefix prefixOrDefault6(Word word) {
        if (!word.text().equals("default6")) {
            return prefix(word);
        }
        findings().deprecated(word.place(), "'default6' is deprecated - please replace with 'inet6 default'", false,
                "::/0");
        return new AddressPrefix(Addresses.parse("::"), 0);
    }

    private void invalidAddress(Word word, String expected) {
        error(word, "bad-address", "VRRP parsed invalid IP " + word + ". skipping IP...", expected);
    }

    /** A number by C's rules or a name of iproute2; empty when it is neither or too large, which is not reported. */
    OptionalLong named(Iproute2Table table, String text, long max) {
        OptionalLong number = CNumber.parse(text, max);
        if (number.isEmpty()) {
            number = context.binding().facts().iproute2Number(table, text, context.iproute2Directories());
        }
        return number.isPresent() && number.getAsLong() <= max ? number : OptionalLong.empty();
    }

    /** As {@link #named(Iproute2Table, String, long)} for a number of eight bits. */
    OptionalLong namedOctet(Iproute2Table table, String text) {
        return named(table, text, OCTET_MAX);
    }

    /** {@code [R1/]R2}; null when it is none, which is not reported. */
    Realms realms(String text) {
        int slash = text.indexOf('/');
        OptionalLong source = slash < 0
                ? OptionalLong.of(0)
                : namedOctet(Iproute2Table.REALMS, text.substring(0, slash));
        OptionalLong destination = namedOctet(Iproute2Table.REALMS, text.substring(slash + 1));
        return source.isPresent() && destination.isPresent()
                ? new Realms((int) source.getAsLong(), (int) destination.getAsLong())
                : null;
    }

    /** An interface that is there, or may come with dynamic_interfaces; else the line is of no use and a start ends. */
    String interfaceName(Word word, String message) throws LineDropped {
        if (!usable(word.text()) && absent(word, message).endsStart()) {
            throw new LineDropped();
        }
        return word.text();
    }

    /** Whether the interface is there, or may come with dynamic_interfaces. */
    boolean usable(String name) {
        return context.binding().dynamicInterfaces() || context.binding().facts().interfaceExists(name);
    }

    /** Reports an interface that is not there. */
    Finding absent(Word word, String message) {
        return findings().absentInterface(word.place(), message, "an interface of this machine");
    }

    /** The track group of a static line; null when it is unknown, the one before when it is a second one, which is reported. */
    String trackGroup(Word word, String before) {
        if (before != null) {
            error(word, "duplicate", "track_group " + word + " is a duplicate", "one track_group");
            return before;
        }
        if (!context.trackGroups().contains(word.text())) {
            error(word, "track-group", "track_group " + word + " not found", "a track_group defined above");
            return null;
        }
        return word.text();
    }
}
