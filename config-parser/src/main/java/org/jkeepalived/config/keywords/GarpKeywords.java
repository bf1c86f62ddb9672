package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.DecimalNumber;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.GarpDraft;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.Garp;
import org.jkeepalived.config.syntax.Statement;

/** The gratuitous ARP and neighbour advertisement keywords: the same six in global_defs, with prefix {@code vrrp_}, and in an instance. */
final class GarpKeywords {
    private static final WholeNumber SECONDS = WholeNumber.lenient(0, 4294);
    private static final WholeNumber UNSIGNED = WholeNumber.lenient(0, 0xffff_ffffL);
    private static final WholeNumber COUNT = WholeNumber.lenient(0, Integer.MAX_VALUE);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final DecimalNumber INTERVAL = new DecimalNumber(6, 1_000L, 4_294_967_295_000L);

    private GarpKeywords() {}

    static List<Keyword<GlobalDraft>> global() {
        List<Keyword<GlobalDraft>> all = new ArrayList<>(FIELDS.stream().map(GarpKeywords::global).toList());
        all.add(interval("vrrp_garp_interval", (global, nanos) -> global.garpIntervalNanos = nanos)
                .shows(global -> global.garpIntervalNanos == 0 ? null : global.garpIntervalNanos)
                .says("Least gap between gratuitous ARPs on an interface."));
        all.add(interval("vrrp_gna_interval", (global, nanos) -> global.gnaIntervalNanos = nanos)
                .shows(global -> global.gnaIntervalNanos == 0 ? null : global.gnaIntervalNanos)
                .says("Least gap between unsolicited neighbour advertisements on an interface."));
        all.add(Keyword
                .<GlobalDraft>yesNo("vrrp_min_garp", (global, on) -> global.minimalGarp = on,
                        (_, _) -> "Invalid value for vrrp_min_garp specified")
                .defaults("false")
                .example("vrrp_min_garp true")
                .shows(global -> global.minimalGarp)
                .says("One gratuitous message and no second burst, for the settings that are not given."));
        return List.copyOf(all);
    }

    static List<Keyword<InstanceDraft>> instance() {
        return FIELDS.stream().map(GarpKeywords::instance).toList();
    }

    private static Keyword.Builder<GlobalDraft> interval(String name, ObjLongConsumer<GlobalDraft> setter) {
        return Keyword.<GlobalDraft>typed(name, INTERVAL, (global, statement, binding) -> {
            var word = statement.argument();
            var nanos = INTERVAL.read(word, binding);
            if (nanos.isEmpty()) {
                binding.findings()
                        .error(word.place(), "value-ignored", name + " '" + word + "' is invalid")
                        .because(word.text().equals("0")
                                ? name + " is the pause between two packets: 0 switches nothing off, and no such line is no pause"
                                : null);
                return;
            }
            setter.accept(global, nanos.getAsLong());
            if (nanos.getAsLong() >= NANOS_PER_SECOND) {
                binding.findings()
                        .notice(word.place().untold(), "very-large",
                                "The " + name + " is very large - " + word + " seconds");
            }
        }).required().defaults("0, no gap").example(name + " 0.01");
    }

    /**
     * One of the six.
     *
     * @param atLeastOne zero is reported and raised
     * @param inForce its value where nothing inherited counts
     * @param usual that value without vrrp_min_garp, in words
     */
    private record Field(
            String name,
            WholeNumber type,
            boolean atLeastOne,
            Function<GarpDraft, Long> written,
            ObjLongConsumer<GarpDraft> setter,
            ToLongFunction<Garp> inForce,
            String usual,
            String says) {}

    private static final List<Field> FIELDS = List.of(
            new Field("garp_master_delay", SECONDS, false, garp -> garp.masterDelay, (garp, n) -> garp.masterDelay = n,
                    garp -> garp.masterDelayNanos() / NANOS_PER_SECOND, "5",
                    "Seconds before the second burst after becoming master; 0 for none."),
            new Field("garp_master_repeat", UNSIGNED, true, garp -> garp.masterRepeat,
                    (garp, n) -> garp.masterRepeat = n, Garp::masterRepeat, "5", "Packets per address in each burst."),
            new Field("garp_master_refresh", UNSIGNED, false, garp -> garp.masterRefresh,
                    (garp, n) -> garp.masterRefresh = n, garp -> garp.masterRefreshNanos() / NANOS_PER_SECOND, "0",
                    "Seconds between refreshes while master; 0 for none."),
            new Field("garp_master_refresh_repeat", UNSIGNED, true, garp -> garp.masterRefreshRepeat,
                    (garp, n) -> garp.masterRefreshRepeat = n, Garp::masterRefreshRepeat, "1", "Packets per refresh."),
            new Field("garp_lower_prio_delay", SECONDS, false, garp -> garp.lowerPrioDelay,
                    (garp, n) -> garp.lowerPrioDelay = n, garp -> garp.lowerPrioDelayNanos() / NANOS_PER_SECOND,
                    "vrrp_garp_master_delay",
                    "Seconds before the second burst after hearing a lower priority advert as master."),
            new Field("garp_lower_prio_repeat", COUNT, false, garp -> garp.lowerPrioRepeat,
                    (garp, n) -> garp.lowerPrioRepeat = n, Garp::lowerPrioRepeat, "vrrp_garp_master_repeat",
                    "Packets after hearing a lower priority advert as master."));

    private static Keyword<GlobalDraft> global(Field field) {
        return GarpKeywords.<GlobalDraft>number("vrrp_" + field.name, field, global -> global.garp, _ -> "")
                .defaults(field.usual)
                .otherwise(global -> field.inForce.applyAsLong(global.garp.settings(global.minimalGarp)))
                .says(field.says);
    }

    private static Keyword<InstanceDraft> instance(Field field) {
        return GarpKeywords
                .<InstanceDraft>number(field.name, field, instance -> instance.garp,
                        instance -> "(" + instance.name + "): ")
                .defaults("vrrp_" + field.name)
                .inherits("vrrp_" + field.name)
                .says(field.says);
    }

    private static <D> Keyword.Builder<D> number(String name, Field field, Function<D, GarpDraft> garp,
            Function<D, String> who) {
        return Keyword.<D>typed(name, field.type, (draft, statement, binding) -> {
            var word = statement.argument();
            var value = field.type.read(word, binding);
            if (value.isEmpty()) {
                binding.findings()
                        .error(word.place(), "value-ignored", who.apply(draft) + complaint(name, word.text()));
                return;
            }
            field.setter.accept(garp.apply(draft),
                    field.atLeastOne
                            ? raised(name, value.getAsLong(), who.apply(draft), statement, binding)
                            : value.getAsLong());
        }).required().example(name + " 3").shows(draft -> field.written.apply(garp.apply(draft)));
    }

    private static long raised(String name, long value, String who, Statement statement, Binding binding) {
        if (value > 0) {
            return value;
        }
        binding.findings()
                .error(statement.argument().place(), "value-raised",
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
