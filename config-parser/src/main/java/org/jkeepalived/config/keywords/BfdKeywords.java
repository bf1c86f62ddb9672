package org.jkeepalived.config.keywords;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.DecimalNumber;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.BfdDraft;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.AddressText;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.IpAddress;

/** The keywords of bfd_instance. */
final class BfdKeywords {
    private static final int NAME_LENGTH = 31;
    private static final int LIMIT = 253;
    private static final int MILLISECOND_DIGITS = 6;
    private static final long NANOS_PER_MILLISECOND = 1_000_000L;
    private static final long LONGEST_MILLISECONDS = 4_294_967L;
    private static final long SENSIBLE_NANOS = 10_000 * NANOS_PER_MILLISECOND;
    /** {@link DecimalNumber} counts in billionths of the unit that is written. */
    private static final long UNIT = 1_000_000_000L;
    private static final WholeNumber COUNT = WholeNumber.strict(1, 255);
    private static final WholeNumber HOPS = WholeNumber.strict(-1, 255);
    private static final WholeNumber WEIGHT = WholeNumber.lenient(-LIMIT, LIMIT);
    private static final Pattern NUMBER = Pattern.compile("[ \\t]*[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)");

    static final Keywords<BfdDraft> KEYWORDS = Keywords.of(List.of(
            Keyword.<BfdDraft>words("neighbor_ip", "ADDR", BfdKeywords::neighbour)
                    .required()
                    .aliases("neighbour_ip")
                    .example("neighbor_ip 192.0.2.2")
                    .shows(bfd -> bfd.neighbour == null ? null : AddressText.of(bfd.neighbour))
                    .says("The other end; mandatory."),
            Keyword.<BfdDraft>words("source_ip", "ADDR", BfdKeywords::source)
                    .required()
                    .defaults("the system's choice")
                    .example("source_ip 192.0.2.1")
                    .shows(bfd -> bfd.source == null ? null : AddressText.of(bfd.source))
                    .says("Local address."),
            interval("min_rx", 1, (bfd, nanos) -> bfd.minRxNanos = nanos, bfd -> bfd.minRxNanos).defaults("10")
                    .example("min_rx 50")
                    .says("Required minimum receive interval."),
            interval("min_tx", 1, (bfd, nanos) -> bfd.minTxNanos = nanos, bfd -> bfd.minTxNanos).defaults("10")
                    .example("min_tx 50")
                    .says("Desired transmit interval while the session is up."),
            interval("idle_tx", 1000, (bfd, nanos) -> bfd.idleTxNanos = nanos, bfd -> bfd.idleTxNanos).defaults("1000")
                    .example("idle_tx 2000")
                    .says("Transmit interval while the session is not up."),
            count("multiplier", "multiplier", COUNT, (bfd, n) -> bfd.multiplier = (int) n, bfd -> bfd.multiplier)
                    .defaults("5")
                    .example("multiplier 3")
                    .says("Intervals without a packet that make the session down."),
            Keyword.<BfdDraft>flag("passive", bfd -> bfd.passive = true)
                    .defaults("off")
                    .shows(bfd -> bfd.passive)
                    .says("Wait for the neighbour to begin."),
            count("ttl", "ttl/hoplimit", COUNT, (bfd, n) -> bfd.ttl = (int) n, bfd -> bfd.ttl == null ? 0 : bfd.ttl)
                    .aliases("hoplimit")
                    .defaults("255, 64 for IPv6")
                    .example("ttl 64")
                    .shows(bfd -> bfd.ttl)
                    .says("TTL or hop limit of what is sent."),
            count("max_hops", "max_hops", HOPS, (bfd, n) -> bfd.maxHops = (int) n, bfd -> bfd.maxHops).defaults("0")
                    .example("max_hops 2")
                    .says("Routers that a received packet may have passed; -1 for any number."),
            Keyword.<BfdDraft>yesNo("multihop", (bfd, on) -> bfd.multihop = on,
                    (bfd, word) -> who(bfd) + "multihop value " + word + " not valid, ignoring")
                    .defaults("off")
                    .example("multihop true")
                    .shows(bfd -> bfd.multihop)
                    .says("Use the port of multihop sessions, 4784 instead of 3784."),
            Keyword.<BfdDraft>words("weight", "N -253..253 [reverse]", BfdKeywords::weight)
                    .required()
                    .defaults("0")
                    .example("weight 20")
                    .shows(bfd -> bfd.weight + (bfd.reverse ? " reverse" : ""))
                    .says("Priority change of instances that follow the session; 0 makes down a FAULT."),
            Keyword.<BfdDraft>flag("vrrp", bfd -> bfd.forVrrp = true)
                    .defaults("on unless only checker is written")
                    .shows(bfd -> bfd.forVrrp)
                    .says("Instances and groups may follow the session."),
            Keyword.<BfdDraft>flag("checker", bfd -> bfd.forChecker = true)
                    .defaults("on unless only vrrp is written")
                    .shows(bfd -> bfd.forChecker)
                    .says("BFD_CHECK may follow the session.")));

    private BfdKeywords() {}

    static BfdDraft open(ConfigurationDraft all, Statement block, Binding binding) {
        Word word = block.argument();
        String name = word.text();
        if (name.length() > NAME_LENGTH) {
            binding.findings()
                    .error(word.place(), "name-too-long",
                            "Configuration error: BFD instance " + name
                                    + " name too long (maximum length is 31 characters) - ignoring",
                            "a name of 31 characters at most");
            return null;
        }
        if (all.sessions.containsKey(name)) {
            binding.findings()
                    .error(word.place(), "duplicate",
                            "Configuration error: BFD instance " + name + " already configured - ignoring",
                            "a name that is not taken");
            return null;
        }
        BfdDraft bfd = new BfdDraft(name, word.place());
        all.sessions.put(name, bfd);
        binding.named().add(name, bfd, bfd.place);
        return bfd;
    }

    /** What spans several keywords of the session, and its place among the others. */
    static void close(ConfigurationDraft all, BfdDraft bfd, Statement block, Binding binding) {
        if (bfd.unusable) {
            return;
        }
        String complaint = complaint(all, bfd);
        if (complaint != null) {
            binding.findings().error(block.closedAt(), "bfd-unusable", who(bfd) + complaint);
            bfd.unusable = true;
        } else if (bfd.maxHops > bfd.effectiveTtl()) {
            binding.findings()
                    .error(block.closedAt(), "value-lowered",
                            "BFD instance " + bfd.name + ": max_hops exceeds ttl/hoplimit - setting to ttl/hoplimit");
            bfd.maxHops = bfd.effectiveTtl();
        }
    }

    private static String complaint(ConfigurationDraft all, BfdDraft bfd) {
        if (bfd.neighbour == null) {
            return "has no neighbor address set, disabling instance";
        }
        if (bfd.source != null && InstanceDraft.familyOf(bfd.source) != InstanceDraft.familyOf(bfd.neighbour)) {
            return "source address " + AddressText.of(bfd.source) + " and neighbor address "
                    + AddressText.of(bfd.neighbour) + " are not of the same family, disabling instance";
        }
        boolean taken = all.sessions.values().stream().anyMatch(other -> other != bfd && sameEnds(other, bfd));
        if (!taken) {
            return null;
        }
        return bfd.source == null
                ? "has duplicate neighbor address " + AddressText.of(bfd.neighbour) + ", ignoring instance"
                : "has duplicate source/neighbor address " + AddressText.of(bfd.source) + "/"
                        + AddressText.of(bfd.neighbour) + ", ignoring instance";
    }

    /** Whether packets of one could be taken for the other's. */
    private static boolean sameEnds(BfdDraft earlier, BfdDraft bfd) {
        return !earlier.unusable && bfd.neighbour.equals(earlier.neighbour)
                && (bfd.source == null || earlier.source == null || bfd.source.equals(earlier.source));
    }

    private static String who(BfdDraft bfd) {
        return "Configuration error: BFD instance " + bfd.name + " ";
    }

    private static void neighbour(BfdDraft bfd, Statement statement, Binding binding) {
        Word word = statement.argument();
        IpAddress address = Addresses.parseWithPrefix(word.text());
        if (bfd.unusable) {
            return;
        }
        if (address == null) {
            binding.findings()
                    .error(word.place(), "bad-address",
                            who(bfd) + "has malformed neighbor address " + word + ", ignoring instance", "an address");
            bfd.unusable = true;
            return;
        }
        bfd.neighbour = address;
    }

    private static void source(BfdDraft bfd, Statement statement, Binding binding) {
        Word word = statement.argument();
        IpAddress address = Addresses.parseWithPrefix(word.text());
        if (bfd.unusable) {
            return;
        }
        if (address == null) {
            binding.findings()
                    .error(word.place(), "bad-address",
                            who(bfd) + "has malformed source address " + word + ", ignoring", "an address");
            return;
        }
        bfd.source = address;
    }

    private static Keyword.Builder<BfdDraft> interval(String name, long leastMilliseconds,
            ObjLongConsumer<BfdDraft> setter, ToLongFunction<BfdDraft> getter) {
        DecimalNumber type = new DecimalNumber(3, leastMilliseconds * UNIT, LONGEST_MILLISECONDS * UNIT);
        String syntax = "milliseconds " + leastMilliseconds + ".." + LONGEST_MILLISECONDS + " with up to 3 decimals";
        return Keyword.<BfdDraft>words(name, syntax, (bfd, statement, binding) -> {
            Word word = statement.argument();
            if (bfd.unusable) {
                return;
            }
            OptionalLong value = milliseconds(type, word, binding);
            if (value.isEmpty()) {
                binding.findings()
                        .error(word.place(), "value-ignored", who(bfd) + name + " value " + word
                                + " is not valid (must be in range [" + leastMilliseconds + "-4294967]), ignoring");
                return;
            }
            long nanos = value.getAsLong() / (UNIT / NANOS_PER_MILLISECOND);
            setter.accept(bfd, nanos);
            if (nanos > SENSIBLE_NANOS) {
                binding.findings()
                        .notice(word.place().untold(), "value-without-sense", "Configuration warning: BFD instance "
                                + bfd.name + " " + name + " value " + word + " is larger than max sensible (10000)");
            }
        })
                .required()
                .shows(bfd -> BigDecimal.valueOf(getter.applyAsLong(bfd), MILLISECOND_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    /** Junk behind the number is an error, for a running daemon too. */
    private static OptionalLong milliseconds(DecimalNumber type, Word word, Binding binding) {
        if (!NUMBER.matcher(word.text()).matches()) {
            binding.findings().error(word.place(), "bad-number", "invalid number '" + word + "'", "milliseconds");
            return OptionalLong.empty();
        }
        return type.read(word, binding);
    }

    private static Keyword.Builder<BfdDraft> count(String name, String named, WholeNumber type,
            ObjLongConsumer<BfdDraft> setter, ToIntFunction<BfdDraft> getter) {
        return Keyword.<BfdDraft>words(name, type.accepts(), (bfd, statement, binding) -> {
            Word word = statement.argument();
            if (bfd.unusable) {
                return;
            }
            OptionalLong value = type.read(word, binding);
            if (value.isPresent()) {
                setter.accept(bfd, value.getAsLong());
            } else {
                binding.findings()
                        .error(word.place(), "value-ignored", who(bfd) + named + " value " + word
                                + " not valid (must be in range [" + type.min() + "-" + type.max() + "]), ignoring");
            }
        }).required().shows(getter::applyAsInt);
    }

    /** Of use to instances, so that it counts even where the session itself is not usable. */
    private static void weight(BfdDraft bfd, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong value = WEIGHT.read(word, binding);
        if (value.isEmpty()) {
            binding.findings()
                    .error(word.place(), "bad-weight",
                            who(bfd) + "weight value " + word + " not valid (must be in range [-253-253]), ignoring");
            return;
        }
        bfd.weight = (int) value.getAsLong();
        bfd.reverse = Weights.reverse(statement, "Configuration error: BFD instance " + bfd.name, binding);
    }
}
