package org.jkeepalived.config.settings;

import java.util.List;

/**
 * How a process of keepalived is scheduled (keepalived.conf(5), vrrp_priority and its neighbours).
 *
 * @param nice nice value, -20..19, 0 by default
 * @param realtimePriority priority of the round-robin real-time class, 1..99, or 0 for none
 * @param noSwap the memory is locked
 * @param cpus numbers of the processors it may use, ascending; empty for all
 * @param rttimeLimitMicros
 *        microseconds of processor time it may use at real-time priority without a pause; 0 after a value that could not be read
 */
public record Scheduling(int nice, int realtimePriority, boolean noSwap, List<Integer> cpus, long rttimeLimitMicros) {
    public Scheduling {
        cpus = List.copyOf(cpus);
    }
}
