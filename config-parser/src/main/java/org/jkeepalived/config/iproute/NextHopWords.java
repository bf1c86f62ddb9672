package org.jkeepalived.config.iproute;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Encapsulation;
import org.jkeepalived.config.settings.NextHop;
import org.jkeepalived.config.settings.Realms;
import org.jkeepalived.config.syntax.Spelling;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/** The legs of a multipath route: everything from the first {@code nexthop} on. */
final class NextHopWords {
    private static final int WEIGHT_MAX = 256;
    private static final List<String> OPTIONS = List.of("via", "dev", "weight", "onlink", "encap", "realms", "nexthop");

    private final LineWords words;
    private final RouteFamily family;
    private IpAddress via;
    private String interfaceName;
    private boolean onLink;
    private Encapsulation encapsulation;
    private Realms realms;
    private int weight = 1;

    private NextHopWords(LineWords words, RouteFamily family) {
        this.words = words;
        this.family = family;
    }

    /** The legs, of which the word {@code nexthop} before the first one is taken already. */
    static List<NextHop> read(LineWords words, RouteFamily family) throws LineDropped {
        List<NextHop> legs = new ArrayList<>();
        do {
            legs.add(new NextHopWords(words, family).leg());
        } while (words.takes("nexthop"));
        return legs;
    }

    private NextHop leg() throws LineDropped {
        while (words.hasNext() && !words.peek().text().equals("nexthop")) {
            option(words.take());
        }
        return new NextHop(via, interfaceName, onLink, encapsulation, realms, weight);
    }

    private void option(Word option) throws LineDropped {
        switch (option.text()) {
            case "via" -> takesVia(option);
            case "dev" -> {
                Word word = words.value(option);
                interfaceName = words.interfaceName(word,
                        "WARNING - interface " + word + " for VROUTE nexthop doesn't exist");
            }
            case "weight" -> takesWeight(words.value(option));
            case "onlink" -> onLink = true;
            case "encap" -> encapsulation = EncapsulationWords.read(words, option);
            case "realms" -> takesRealms(words.value(option));
            case "as" -> {
                words.value(option);
                throw words.drop(option, "value-ignored", "'as [to]' (nat) not supported", null);
            }
            default -> {
                words.findings()
                        .misspelt(option.place(), "unknown-option",
                                "Route has trailing nonsense after nexthops - " + option, String.join(", ", OPTIONS),
                                Spelling.nearest(option.text(), OPTIONS));
                throw new LineDropped();
            }
        }
    }

    private void takesVia(Word option) throws LineDropped {
        Word word = words.value(option);
        AddressFamily declared = RouteFamily.declaredBy(word.text());
        if (declared != null) {
            if (!family.agreesWith(declared)) {
                throw words.drop(word, "wrong-family", "IPv4/6 mismatch for nexthop", family.expected());
            }
            word = words.value(word);
        }
        IpAddress address = words.address(word);
        if (address == null) {
            throw words.drop(word, "bad-address", "invalid nexthop address " + word, null);
        }
        AddressFamily its = RouteFamily.of(address);
        if (declared != null && declared != its || !family.becomes(its)) {
            throw words.drop(word, "wrong-family", "Address family mismatch for next hop", family.expected());
        }
        via = address;
    }

    private void takesWeight(Word word) throws LineDropped {
        OptionalLong number = words.decimal(word, 0, WEIGHT_MAX);
        if (number.isEmpty() || number.getAsLong() == 0) {
            throw words.drop(word, "value-ignored", "Invalid weight " + word + " specified for route", "1..256");
        }
        weight = (int) number.getAsLong();
    }

    private void takesRealms(Word word) throws LineDropped {
        realms = words.realms(word.text());
        if (realms == null) {
            throw words.drop(word, "unknown-name", "Invalid realms " + word + " for route",
                    "[R1/]R2, each a name of rt_realms or 0..255");
        }
        if (!family.becomes(AddressFamily.IPV4)) {
            throw words.drop(word, "wrong-family", "realms are only supported for IPv4", null);
        }
    }
}
