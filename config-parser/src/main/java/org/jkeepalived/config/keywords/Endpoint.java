package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.NamedBlocks;
import org.jkeepalived.config.declaration.Origins;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.AddressText;
import org.jkeepalived.net.IpAddress;

/**
 * An address with an optional port, as virtual and real servers are named. keepalived passes over a prefix length and the end of a range behind the
 * address, whatever they are.
 *
 * @param address numeric
 * @param port 0 for none
 */
record Endpoint(IpAddress address, int port) {
    private static final WholeNumber PORT = WholeNumber.strict(1, 65535);

    /** What the words from an index on say; null when they say none, after a bad port was reported. */
    static Endpoint read(List<Word> words, int at, Binding binding) {
        OptionalLong port = port(words, at + 1, binding);
        IpAddress address = Addresses.parse(words.get(at).text().split("[-/]", 2)[0]);
        return address == null || port.isEmpty() ? null : new Endpoint(address, (int) port.getAsLong());
    }

    /** The port of the word at an index, 0 when there is no such word; empty after an error was reported. */
    static OptionalLong port(List<Word> words, int at, Binding binding) {
        return words.size() <= at || words.get(at).text().matches("[ \\t]*\\+?0+")
                ? OptionalLong.of(0)
                : PORT.read(words.get(at), binding);
    }

    /** Whether the words from an index on name one; says nothing about it. */
    static boolean isOne(List<Word> words, int at) {
        return read(words, at, silent()) != null;
    }

    /** A binding whose findings nobody sees. */
    static Binding silent() {
        return new Binding(new Findings(), true, null, false, Origins.none(), new NamedBlocks());
    }

    /** {@code ADDR [PORT]}. */
    static String written(IpAddress address, int port) {
        return AddressText.of(address) + (port == 0 ? "" : " " + port);
    }

    /** The words as messages repeat them: {@code ADDR/PORT}. */
    static String quoted(List<Word> words, int at) {
        return words.size() > at + 1 ? "/port " + words.get(at) + "/" + words.get(at + 1) : " " + words.get(at);
    }
}
