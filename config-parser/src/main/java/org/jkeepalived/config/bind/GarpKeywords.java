package org.jkeepalived.config.bind;

import org.jkeepalived.config.draft.GarpDraft;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.keyword.Binding;
import org.jkeepalived.config.keyword.DecimalNumber;
import org.jkeepalived.config.keyword.Keyword;
import org.jkeepalived.config.keyword.WholeNumber;

import org.jkeepalived.config.tree.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;

/** The gratuitous ARP and neighbour advertisement keywords: the same six in global_defs, with prefix {@code vrrp_}, and in an instance. */
final class GarpKeywords {
    private static final WholeNumber SECONDS = WholeNumber.lenient(0, 4294);
    private static final WholeNumber UNSIGNED = WholeNumber.lenient(0, 0xffff_ffffL);
    private static final WholeNumber COUNT = WholeNumber.lenient(0, Integer.MAX_VALUE);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final DecimalNumber INTERVAL = new DecimalNumber(6, 1_000L, 4_294_967_295_000L);

    private GarpKeywords() {}

    static List<Keyword<GlobalDraft>> global() {
        List<Keyword<GlobalDraft>> all = new ArrayList<>(
                both("vrrp_", global -> global.garp, _ -> "", "5 s, 5 packets, no refresh"));
        all.add(interval("vrrp_garp_interval", (global, nanos) -> global.garpIntervalNanos = nanos)
                .shows(global -> global.garpIntervalNanos == 0 ? null : global.garpIntervalNanos)
                .says("Least gap between gratuitous ARPs on an interface."));
        all.add(interval("vrrp_gna_interval", (global, nanos) -> global.gnaIntervalNanos = nanos)
                .shows(global -> global.gnaIntervalNanos == 0 ? null : global.gnaIntervalNanos)
                .says("Least gap between unsolicited neighbour advertisements on an interface."));
        all.add(Keyword.<GlobalDraft>yesNo("vrrp_min_garp", (global, on) -> global.minimalGarp = on,
                (_, _) -> "Invalid value for vrrp_min_garp specified").defaults("false").example("vrrp_min_garp true")
                .shows(global -> global.minimalGarp)
                .says("One gratuitous message and no second burst, for the settings that are not given."));
        return List.copyOf(all);
    }

    static List<Keyword<InstanceDraft>> instance() {
        return both("", instance -> instance.garp, instance -> "(" + instance.name + "): ", "the value of global_defs");
    }

    private static Keyword.Builder<GlobalDraft> interval(String name, ObjLongConsumer<GlobalDraft> setter) {
        return Keyword.<GlobalDraft>typed(name, INTERVAL, (global, statement, binding) -> {
            var word = statement.argument();
            var nanos = INTERVAL.read(word, binding);
            if (nanos.isEmpty()) {
                binding.findings().error(word.place(), "value-ignored", name + " '" + word + "' is invalid")
                        .because(word.text().equals("0")
                                ? name + " is the pause between two packets: 0 switches nothing off, and no such line is no pause"
                                : null);
                return;
            }
            setter.accept(global, nanos.getAsLong());
            if (nanos.getAsLong() >= NANOS_PER_SECOND) {
                binding.findings().notice(word.place().untold(), "very-large",
                        "The " + name + " is very large - " + word + " seconds");
            }
        }).required().defaults("0, no gap").example(name + " 0.01");
    }

    private static <D> List<Keyword<D>> both(String prefix, Function<D, GarpDraft> garp, Function<D, String> who,
            String inherited) {
        return List.of(
                number(prefix + "garp_master_delay", SECONDS, false, garp, (draft, n) -> draft.masterDelay = n, who,
                        inherited).shows(draft -> garp.apply(draft).masterDelay)
                        .says("Seconds before the second burst after becoming master; 0 for none."),
                number(prefix + "garp_master_repeat", UNSIGNED, true, garp, (draft, n) -> draft.masterRepeat = n, who,
                        inherited).shows(draft -> garp.apply(draft).masterRepeat)
                        .says("Packets per address in each burst."),
                number(prefix + "garp_master_refresh", UNSIGNED, false, garp, (draft, n) -> draft.masterRefresh = n,
                        who,
                        inherited).shows(draft -> garp.apply(draft).masterRefresh)
                        .says("Seconds between refreshes while master; 0 for none."),
                number(prefix + "garp_master_refresh_repeat", UNSIGNED, true, garp,
                        (draft, n) -> draft.masterRefreshRepeat = n, who,
                        inherited).shows(draft -> garp.apply(draft).masterRefreshRepeat)
                        .says("Packets per refresh."),
                number(prefix + "garp_lower_prio_delay", SECONDS, false, garp, (draft, n) -> draft.lowerPrioDelay = n,
                        who,
                        inherited).shows(draft -> garp.apply(draft).lowerPrioDelay)
                        .says("Seconds before the second burst after hearing a lower priority advert as master."),
                number(prefix + "garp_lower_prio_repeat", COUNT, false, garp, (draft, n) -> draft.lowerPrioRepeat = n,
                        who,
                        inherited).shows(draft -> garp.apply(draft).lowerPrioRepeat)
                        .says("Packets after hearing a lower priority advert as master."));
    }

    /** A number; with {@code atLeastOne} zero is reported and raised. */
    private static <D> Keyword.Builder<D> number(String name, WholeNumber type, boolean atLeastOne,
            Function<D, GarpDraft> garp,
            ObjLongConsumer<GarpDraft> setter, Function<D, String> who, String inherited) {
        return Keyword.<D>typed(name, type, (draft, statement, binding) -> {
            var word = statement.argument();
            var value = type.read(word, binding);
            if (value.isEmpty()) {
                binding.findings().error(word.place(), "value-ignored",
                        who.apply(draft) + complaint(name, word.text()));
                return;
            }
            setter.accept(garp.apply(draft),
                    atLeastOne
                            ? raised(name, value.getAsLong(), who.apply(draft), statement, binding)
                            : value.getAsLong());
        }).required().defaults(inherited).inherits(name.startsWith("vrrp_") ? null : "vrrp_" + name)
                .example(name + " 3");
    }

    private static long raised(String name, long value, String who, Statement statement, Binding binding) {
        if (value > 0) {
            return value;
        }
        binding.findings().error(statement.argument().place(), "value-raised",
                who + name + " must be greater than 0, setting to 1");
        return 1;
    }

    private static String complaint(String name, String word) {
        return switch (name) {
            case "vrrp_garp_master_refresh", "garp_master_refresh" -> "Invalid " + name + " '" + word + "' - ignoring";
            case "vrrp_garp_lower_prio_repeat", "garp_lower_prio_repeat" -> "Invalid " + name + " '" + word + "'";
            default -> name + " '" + word + "' invalid - ignoring";
        };
    }
}
