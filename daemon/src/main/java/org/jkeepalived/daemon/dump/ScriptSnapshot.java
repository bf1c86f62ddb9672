package org.jkeepalived.daemon.dump;

import java.util.List;

/**
 * One vrrp_script.
 *
 * @param timeoutMicros 0 when unset
 * @param resultCounter 0..rise+fall-1, good from rise on
 * @param known whether it has had a result
 * @param good whether it counts as good
 * @param runState the dump's word: idle, running, requested termination or forcing termination
 * @param tracking the instances that track it, their weights included
 */
public record ScriptSnapshot(
        String name,
        NotifyCommands.Command command,
        long intervalMicros,
        long timeoutMicros,
        int weight,
        boolean weightReverse,
        int rise,
        int fall,
        int resultCounter,
        boolean insecure,
        boolean known,
        boolean good,
        String runState,
        List<InstanceSnapshot.Tracked> tracking) {
    /** Copies the list. */
    public ScriptSnapshot {
        tracking = List.copyOf(tracking);
    }
}
