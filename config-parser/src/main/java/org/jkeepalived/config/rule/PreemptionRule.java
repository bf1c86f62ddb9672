package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.InitialState;

/** nopreempt and preempt_delay need an instance that starts as BACKUP and does not own its addresses; each excludes the other. */
final class PreemptionRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        String who = "(" + instance.name + ") ";
        boolean delay = instance.preemptDelayNanos > 0;
        if (delay && instance.strict(scope.global())) {
            report(scope, who + "preempt_delay is incompatible with strict mode - resetting");
            instance.preemptDelayNanos = 0;
        }
        if (instance.nopreempt && instance.owner()) {
            report(scope, who + "nopreempt is incompatible with priority 255. resetting nopreempt");
            instance.nopreempt = false;
        } else if (instance.nopreempt && instance.state == InitialState.MASTER) {
            report(scope, who + "Warning - nopreempt will not work with initial state MASTER - clearing");
            instance.nopreempt = false;
        }
        if (delay && instance.nopreempt) {
            report(scope, who + "preempt_delay is incompatible with nopreempt mode - resetting");
            instance.preemptDelayNanos = 0;
        } else if (delay && instance.state == InitialState.MASTER) {
            report(scope, who + "Warning - preempt delay will not work with initial state MASTER - clearing");
            instance.preemptDelayNanos = 0;
        }
        if (instance.timerExpiredPriority > 0 && !instance.nopreempt) {
            report(scope, who + "timer_expired_backup needs nopreempt - clearing");
            instance.timerExpiredPriority = 0;
        }
    }

    private static void report(Scope scope, String message) {
        scope.findings().warning(null, "preemption", message);
    }
}
