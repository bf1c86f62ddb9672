package org.jkeepalived.config.rule;

import static org.jkeepalived.config.settings.InstanceSettings.ADVERT_INTERVAL;

import java.util.Locale;
import org.jkeepalived.config.draft.InstanceDraft;

/** Version 2 counts adverts in whole seconds (RFC 3768 section 5.3.7), version 3 in hundredths up to 40.95 s (RFC 5798 section 5.2.7). */
final class AdvertIntervalRule implements InstanceRule {
    private static final long SECOND = 1_000_000_000L;
    private static final long CENTISECOND = 10_000_000L;
    private static final long V3_MAX = 4095 * CENTISECOND;

    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        long nanos = instance.get(ADVERT_INTERVAL);
        String who = "(" + instance.name + ") ";
        if (instance.effectiveVersion() == 2) {
            if (nanos % SECOND != 0) {
                scope.findings()
                        .warning(scope.place(instance, "advert_int"), "advert-interval-whole",
                                who + "VRRPv2 advertisement interval " + micros(nanos)
                                        + "s must be an integer. rounding")
                        .expecting("whole seconds, or version 3");
                instance.put(ADVERT_INTERVAL, Math.max(SECOND, rounded(nanos, SECOND)));
            }
        } else if (nanos > V3_MAX) {
            scope.findings()
                    .warning(scope.place(instance, "advert_int"), "advert-interval-range",
                            who + "VRRPv3 advertisement interval "
                                    + String.format(Locale.ROOT, "%.2f", (double) nanos / SECOND)
                                    + "s is out of range. Must be less than 40.96s. Setting to 40.95s")
                    .expecting("at most 40.95");
            instance.put(ADVERT_INTERVAL, V3_MAX);
        } else if (nanos % CENTISECOND != 0) {
            scope.findings()
                    .warning(scope.place(instance, "advert_int"), "advert-interval-centiseconds",
                            who + "VRRPv3 advertisement interval " + micros(nanos)
                                    + "s must be in units of 10ms - rounding")
                    .expecting("at most two decimals");
            instance.put(ADVERT_INTERVAL, Math.max(CENTISECOND, rounded(nanos, CENTISECOND)));
        }
    }

    private static long rounded(long nanos, long unit) {
        return (nanos + unit / 2) / unit * unit;
    }

    private static String micros(long nanos) {
        return String.format(Locale.ROOT, "%.6f", (double) nanos / SECOND);
    }
}
