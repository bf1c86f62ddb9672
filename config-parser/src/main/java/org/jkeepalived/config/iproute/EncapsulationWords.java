package org.jkeepalived.config.iproute;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jkeepalived.config.host.Iproute2Table;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Encapsulation;
import org.jkeepalived.net.IpAddress;

/**
 * The words after {@code encap}. They end at the first word that is none of theirs; an option whose value is bad ends them too and is left to the line
 * around, which complains once more.
 */
final class EncapsulationWords {
    private static final int MPLS_LABEL_MAX = 0xf_ffff;
    private static final int MPLS_LABELS_MAX = 2;
    private static final int OCTET_MAX = 255;
    private static final int FLAGS_MAX = 0xffff;
    private static final Pattern LOCATOR = Pattern
            .compile("(?:0[xX])?0*([0-9a-fA-F]{1,4}):(?:0[xX])?0*([0-9a-fA-F]{1,4})"
                    + ":(?:0[xX])?0*([0-9a-fA-F]{1,4}):(?:0[xX])?0*([0-9a-fA-F]{1,4})");

    private final LineWords words;
    private final Word encap;
    private Long id;
    private IpAddress destination;
    private IpAddress source;
    private int classOfService;
    private int hops;
    private int flags;

    private EncapsulationWords(LineWords words, Word encap) {
        this.words = words;
        this.encap = encap;
    }

    /** The encapsulation, or null after it was reported: the route is used without. */
    static Encapsulation read(LineWords words, Word encap) {
        return new EncapsulationWords(words, encap).read();
    }

    private Encapsulation read() {
        if (!words.hasNext()) {
            words.error(encap, "missing-value", "Missing encap type", "mpls, ip, ip6 or ila after encap");
            return null;
        }
        Word type = words.take();
        return switch (type.text()) {
            case "mpls" -> mpls(type);
            case "ip" -> tunnel(type, false);
            case "ip6" -> tunnel(type, true);
            case "ila" -> ila(type);
            default -> {
                words.error(type, "bad-encapsulation", "Unknown encap type - " + type, "mpls, ip, ip6 or ila");
                // The word behind is taken for its value.
                if (words.hasNext()) {
                    words.take();
                }
                yield null;
            }
        };
    }

    private Encapsulation mpls(Word type) {
        if (!words.hasNext()) {
            words.error(type, "missing-value", "missing address for MPLS encapsulation", "mpls LABEL[/LABEL]");
            return null;
        }
        Word word = words.take();
        List<Integer> labels = new ArrayList<>();
        for (String label : word.text().split("/", -1)) {
            OptionalLong number = label.isEmpty() ? OptionalLong.empty() : CNumber.parse(label, MPLS_LABEL_MAX);
            if (number.isEmpty() || labels.size() == MPLS_LABELS_MAX) {
                words.error(word, "bad-encapsulation", "invalid mpls address " + word + " for encapsulation",
                        "one or two labels 0..1048575 with / between");
                return null;
            }
            labels.add((int) number.getAsLong());
        }
        return new Encapsulation.Mpls(labels);
    }

    private Encapsulation ila(Word type) {
        if (!words.hasNext()) {
            words.error(type, "missing-value", "missing locator for ILA encapsulation", "ila A:B:C:D");
            return null;
        }
        Word word = words.take();
        Matcher matcher = LOCATOR.matcher(word.text());
        if (!matcher.matches()) {
            words.error(word, "bad-encapsulation", "invalid locator " + word + " for ila encapsulation",
                    "four groups of up to four hexadecimal digits with : between");
            return null;
        }
        long locator = 0;
        for (int group = 1; group <= matcher.groupCount(); group++) {
            locator = locator << 16 | Integer.parseInt(matcher.group(group), 16);
        }
        return new Encapsulation.Ila(locator);
    }

    private Encapsulation tunnel(Word type, boolean six) {
        try {
            while (words.hasValueAfterNext() && takesOption(type, six)) {
                // each option takes its words
            }
        } catch (LineDropped e) {
            return null;
        }
        if (id == null && destination == null) {
            words.error(type, "bad-encapsulation", "address or id missing for " + type + " encapsulation",
                    "id N or dst ADDR");
            return null;
        }
        return six
                ? new Encapsulation.Ip6(id, destination, source, classOfService, hops, flags)
                : new Encapsulation.Ip(id, destination, source, classOfService, hops, flags);
    }

    /** Whether the next word is one of its options, whose words are then taken. */
    private boolean takesOption(Word type, boolean six) throws LineDropped {
        Word option = words.peek();
        Word word = words.peekValue();
        String name = option.text();
        if (name.equals("id")) {
            id = id(word, six);
        } else if (name.equals("dst")) {
            destination = address(type, option, word, six);
        } else if (name.equals("src")) {
            source = address(type, option, word, six);
        } else if (name.equals(six ? "tc" : "tos")) {
            classOfService = classOfService(word, six);
        } else if (name.equals(six ? "hoplimit" : "ttl")) {
            hops = number(word, OCTET_MAX,
                    six
                            ? "Invalid hoplimit " + word + " specified for ip6 encapsulation"
                            : "ttl " + word + " is not valid for ip encapsulation");
        } else if (name.equals("flags")) {
            flags = number(word, FLAGS_MAX, "flags " + word + " is not valid for " + type + " encapsulation");
        } else {
            return false;
        }
        words.take();
        words.take();
        return true;
    }

    private Long id(Word word, boolean six) throws LineDropped {
        Long number = CNumber.read64(word, words.context().binding());
        if (number == null) {
            throw words.drop(word, "value-ignored",
                    six
                            ? "id " + word + " value invalid for IPv6 encapsulation"
                            : "encap id " + word + " value is invalid",
                    null);
        }
        return number;
    }

    private IpAddress address(Word type, Word option, Word word, boolean six) throws LineDropped {
        IpAddress address = words.address(word);
        if (address == null) {
            throw words.drop(word, "value-ignored", "Invalid encap " + type + " " + option + " " + word, null);
        }
        if (address.isIpv6() != six) {
            throw words.drop(word, "wrong-family",
                    (six ? "IPv4" : "IPv6") + " address " + word + " not valid for " + type + " encapsulation",
                    six ? "an IPv6 address" : "an IPv4 address");
        }
        return address;
    }

    private int classOfService(Word word, boolean six) throws LineDropped {
        OptionalLong number = words.namedOctet(Iproute2Table.DSFIELDS, word.text());
        if (number.isEmpty()) {
            throw words.drop(word, "unknown-name",
                    six
                            ? "tc value tc is invalid for ip6 encapsulation"
                            : "dsfield " + word + " not valid for ip encapsulation",
                    "a name of rt_dsfield or 0..255");
        }
        return (int) number.getAsLong();
    }

    private int number(Word word, int max, String complaint) throws LineDropped {
        OptionalLong number = words.decimal(word, 0, max);
        if (number.isEmpty()) {
            throw words.drop(word, "value-ignored", complaint, null);
        }
        return (int) number.getAsLong();
    }
}
