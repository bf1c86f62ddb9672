package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.Values;

/**
 * When gratuitous ARPs and unsolicited neighbour advertisements are sent (keepalived.conf(5), garp_*).
 *
 * @param values of {@link #SECTION}
 */
public record Garp(Values values) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public static final Section SECTION = Section.empty();
    private static final Setting<Long> MASTER_DELAY = one("garp_master_delay", GlobalSettings.GARP_MASTER_DELAY);
    private static final Setting<Long> MASTER_REPEAT = one("garp_master_repeat", GlobalSettings.GARP_MASTER_REPEAT);
    public static final Setting<Long> MASTER_REFRESH = one("garp_master_refresh", GlobalSettings.GARP_MASTER_REFRESH);
    private static final Setting<Long> MASTER_REFRESH_REPEAT = one("garp_master_refresh_repeat",
            GlobalSettings.GARP_MASTER_REFRESH_REPEAT);
    public static final Setting<Long> LOWER_PRIO_DELAY = one("garp_lower_prio_delay",
            GlobalSettings.GARP_LOWER_PRIO_DELAY);
    public static final Setting<Long> LOWER_PRIO_REPEAT = one("garp_lower_prio_repeat",
            GlobalSettings.GARP_LOWER_PRIO_REPEAT);

    private static Setting<Long> one(String name, Setting<Long> global) {
        return SECTION.wide(name, global.min(), global.max())
                .complains("({block}): " + global.complaint())
                .raisesTo(global.least(), global.raised() == null ? null : "({block}): " + global.raised())
                .inherits(global)
                .example(name + " 3")
                .says(global.documentation());
    }

    /** Pause before the second burst after becoming master; 0 sends no second burst. */
    public long masterDelayNanos() {
        return values.get(MASTER_DELAY) * NANOS_PER_SECOND;
    }

    /** Packets per address in a burst, at least 1. */
    public int masterRepeat() {
        return count(MASTER_REPEAT);
    }

    /** Period of the refresh while master; 0 never. */
    public long masterRefreshNanos() {
        return values.get(MASTER_REFRESH) * NANOS_PER_SECOND;
    }

    /** Packets per refresh, at least 1. */
    public int masterRefreshRepeat() {
        return count(MASTER_REFRESH_REPEAT);
    }

    /** Pause before the second burst after a lower priority advert. */
    public long lowerPrioDelayNanos() {
        return values.get(LOWER_PRIO_DELAY) * NANOS_PER_SECOND;
    }

    /** Packets after a lower priority advert; 0 none. */
    public int lowerPrioRepeat() {
        return count(LOWER_PRIO_REPEAT);
    }

    private int count(Setting<Long> setting) {
        return (int) Math.min(values.get(setting), Integer.MAX_VALUE);
    }
}
