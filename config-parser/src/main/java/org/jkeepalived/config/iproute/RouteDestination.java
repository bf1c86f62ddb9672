package org.jkeepalived.config.iproute;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.AddressPrefix;
import org.jkeepalived.config.settings.RouteMetric;
import org.jkeepalived.config.settings.RouteType;
import org.jkeepalived.config.syntax.Spelling;
import org.jkeepalived.net.AddressFamily;

/** Where the packets of a route go to and, for IPv6, come from. */
final class RouteDestination {
    static final String MIXED = "Cannot mix IPv4 and IPv6 addresses for route";
    private static final List<String> OPTIONS = options();

    private final LineWords words;
    private final RouteFamily family;
    private AddressPrefix destination;
    private boolean everywhere;

    RouteDestination(LineWords words, RouteFamily family) {
        this.words = words;
        this.family = family;
    }

    private static List<String> options() {
        List<String> all = new ArrayList<>(List.of("inet", "inet6", "to", "src", "via", "from", "tos", "dsfield",
                "table", "protocol", "scope", "metric", "priority", "preference", "dev", "oif", "onlink", "encap",
                "realms", "congctl", "pref", "expires", "ttl-propagate", "add", "prepend", "append", "nexthop",
                "no_track", "track_group", "vrf"));
        for (RouteMetric metric : RouteMetric.values()) {
            all.add(metric.word());
        }
        all.addAll(RouteType.names());
        return List.copyOf(all);
    }

    /** Takes a word that is no option: the last one counts. */
    void takes(Word word) throws LineDropped {
        if (LineWords.isEverything(word)) {
            if (family.decided() != null) {
                throw words.drop(word, "wrong-family", MIXED + " (" + word + ")",
                        "the destination before every option that has a family, or 0.0.0.0/0 or ::/0");
            }
            everywhere = true;
            return;
        }
        AddressPrefix prefix = words.prefixOrDefault6(word);
        if (prefix == null) {
            words.findings()
                    .misspelt(word.place(), "unknown-option", "unknown route keyword " + word,
                            "a destination or a route option", Spelling.nearest(word.text(), OPTIONS));
            throw new LineDropped();
        }
        if (!family.becomes(prefix.family())) {
            throw words.drop(word, "wrong-family", MIXED + " (" + word + ")", family.expected());
        }
        destination = prefix;
    }

    /** Reads where packets come from. */
    AddressPrefix source(Word word) throws LineDropped {
        boolean everything = LineWords.isEverything(word);
        AddressPrefix prefix = everything ? null : words.prefixOrDefault6(word);
        if (prefix == null && !everything) {
            throw words.drop(word, "bad-address", "invalid route from address " + word, null);
        }
        if (everything || prefix.family() != AddressFamily.IPV6) {
            throw words.drop(word, "wrong-family", "route from address only supported with IPv6 (" + word + ")",
                    "an IPv6 prefix");
        }
        if (!family.becomes(AddressFamily.IPV6)) {
            throw words.drop(word, "wrong-family", MIXED, null);
        }
        return prefix;
    }

    /** The destination, once the whole line is read and the family decided. */
    AddressPrefix result() throws LineDropped {
        if (destination != null) {
            return destination;
        }
        if (!everywhere) {
            throw words.drop(words.first(), "no-destination", "Route must have a destination",
                    "ADDR[/PREFIX], default or any");
        }
        return family.everything();
    }
}
