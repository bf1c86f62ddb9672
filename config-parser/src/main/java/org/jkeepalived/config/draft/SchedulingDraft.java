package org.jkeepalived.config.draft;

import java.util.List;
import java.util.TreeSet;
import org.jkeepalived.config.settings.Scheduling;

/** How a process of keepalived is scheduled, while it is read; null where nothing was written. */
public final class SchedulingDraft {
    private static final long RTTIME_DEFAULT_MICROS = 10_000;

    public Integer nice;
    public Integer realtimePriority;
    public boolean noSwap;
    public TreeSet<Integer> cpus;
    public Long rttimeLimitMicros;

    /** The settings. */
    public Scheduling settings() {
        return new Scheduling(nice == null ? 0 : nice, realtimePriority == null ? 0 : realtimePriority, noSwap,
                cpus == null ? List.of() : List.copyOf(cpus),
                rttimeLimitMicros == null ? RTTIME_DEFAULT_MICROS : rttimeLimitMicros);
    }
}
