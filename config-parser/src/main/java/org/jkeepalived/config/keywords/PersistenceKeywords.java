package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/** The keywords of virtual_server about clients that stay with a server. */
final class PersistenceKeywords {
    private static final int LONGEST_NAME = 15;
    private static final long BARE_TIMEOUT_SECONDS = 360;
    private static final WholeNumber TIMEOUT = WholeNumber.strict(1, 2_678_400);
    private static final WholeNumber PREFIX = WholeNumber.strict(1, 128);

    static final List<Keyword<VirtualServerDraft>> ALL = List.of(Keyword
            .<VirtualServerDraft>words("persistence_engine", "NAME up to 15 characters", PersistenceKeywords::engine)
            .required()
            .defaults("none")
            .example("persistence_engine sip")
            .shows(service -> service.persistenceEngine == null ? null : Quoting.word(service.persistenceEngine))
            .says("IPVS persistence engine."),
            Keyword.<VirtualServerDraft>words("persistence_timeout", TIMEOUT.accepts() + ", or nothing for 360",
                    PersistenceKeywords::timeout)
                    .defaults("0, off")
                    .example("persistence_timeout 50")
                    .shows(service -> service.persistenceTimeoutSeconds)
                    .says("Seconds that a client stays with its server."),
            Keyword.<VirtualServerDraft>words("persistence_granularity", "an IPv4 mask or an IPv6 prefix length 1..128",
                    PersistenceKeywords::granularity)
                    .required()
                    .defaults("single hosts")
                    .example("persistence_granularity 255.255.255.0")
                    .shows(PersistenceKeywords::granularityShown)
                    .says("Clients that are alike under it stay together."));

    private PersistenceKeywords() {}

    private static void engine(VirtualServerDraft service, Statement statement, Binding binding) {
        String name = statement.argument().text();
        if (name.length() > LONGEST_NAME) {
            binding.findings()
                    .error(statement.argument().place(), "too-long", "persistence_name too long, truncating - " + name,
                            "up to 15 characters");
            name = name.substring(0, LONGEST_NAME);
        }
        service.persistenceEngine = name;
    }

    private static void timeout(VirtualServerDraft service, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong seconds = word == null ? OptionalLong.of(BARE_TIMEOUT_SECONDS) : TIMEOUT.read(word, binding);
        if (seconds.isPresent()) {
            service.persistenceTimeoutSeconds = seconds.getAsLong();
        } else {
            binding.findings().error(word.place(), "value-ignored", "persistence_timeout invalid", TIMEOUT.accepts());
        }
    }

    /** A point makes it an IPv4 mask where the family is not known yet. */
    private static void granularity(VirtualServerDraft service, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (service.family == null) {
            service.family = word.text().indexOf('.') >= 0 ? AddressFamily.IPV4 : AddressFamily.IPV6;
        }
        if (service.family == AddressFamily.IPV4) {
            service.persistenceMask = mask(word, service.persistenceMask, binding);
            return;
        }
        PREFIX.read(word, binding)
                .ifPresentOrElse(length -> service.persistencePrefixLength = (int) length,
                        () -> binding.findings()
                                .error(word.place(), "value-ignored",
                                        "Invalid IPv6 persistence_granularity specified - " + word));
    }

    private static IpAddress mask(Word word, IpAddress otherwise, Binding binding) {
        IpAddress mask = loose(word.text());
        if (mask == null) {
            binding.findings()
                    .error(word.place(), "value-ignored", "Invalid IPv4 persistence_granularity specified - " + word,
                            "a mask such as 255.255.255.0");
        }
        return mask == null ? otherwise : mask;
    }

    private static String granularityShown(VirtualServerDraft service) {
        if (service.persistenceMask != null) {
            return service.persistenceMask.toString();
        }
        return service.persistencePrefixLength == null ? null : service.persistencePrefixLength.toString();
    }

    /** An IPv4 address in one to four parts, each decimal, octal or hexadecimal, as inet_aton(3) reads it; null when it is none. */
    private static IpAddress loose(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > Integer.BYTES) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            int bytes = i + 1 < parts.length ? 1 : Integer.BYTES - i;
            long part = part(parts[i]);
            if (part < 0 || part >= 1L << bytes * Byte.SIZE) {
                return null;
            }
            address = address << bytes * Byte.SIZE | part;
        }
        return IpAddress
                .of(new byte[]{(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address});
    }

    /** The number, or -1. */
    private static long part(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        String digits = hex ? text.substring(2) : text;
        int radix = hex ? 16 : text.startsWith("0") ? 8 : 10;
        boolean good = !digits.isEmpty() && digits.length() <= 15
                && digits.chars().allMatch(c -> Character.digit(c, radix) >= 0);
        return good ? Long.parseLong(digits, radix) : -1;
    }
}
