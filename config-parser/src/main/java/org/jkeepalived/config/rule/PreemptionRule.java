package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.InitialState;

/** nopreempt and preempt_delay need an instance that starts as BACKUP and does not own its addresses; each excludes the other. */
final class PreemptionRule implements InstanceRule {
    private static final String NOPREEMPT = "nopreempt";
    private static final String DELAY = "preempt_delay";

    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        boolean delay = instance.preemptDelayNanos > 0;
        if (delay && instance.strict(scope.global())) {
            report(instance, scope, DELAY, "preempt-delay-strict",
                    "preempt_delay is incompatible with strict mode - resetting",
                    "no preempt_delay, or no strict mode");
            instance.preemptDelayNanos = 0;
        }
        if (instance.nopreempt && instance.owner()) {
            report(instance, scope, NOPREEMPT, "nopreempt-owner",
                    "nopreempt is incompatible with priority 255. resetting nopreempt", "a priority below 255");
            instance.nopreempt = false;
        } else if (instance.nopreempt && instance.state == InitialState.MASTER) {
            report(instance, scope, NOPREEMPT, "nopreempt-master",
                    "Warning - nopreempt will not work with initial state MASTER - clearing",
                    "state BACKUP on both nodes: the priority alone decides who starts as master");
            instance.nopreempt = false;
        }
        if (delay && instance.nopreempt) {
            report(instance, scope, DELAY, "preempt-delay-nopreempt",
                    "preempt_delay is incompatible with nopreempt mode - resetting",
                    "either nopreempt or preempt_delay");
            instance.preemptDelayNanos = 0;
        } else if (delay && instance.state == InitialState.MASTER) {
            report(instance, scope, DELAY, "preempt-delay-master",
                    "Warning - preempt delay will not work with initial state MASTER - clearing",
                    "state BACKUP on both nodes: the priority alone decides who becomes master");
            instance.preemptDelayNanos = 0;
        }
        if (instance.timerExpiredPriority > 0 && !instance.nopreempt) {
            report(instance, scope, "timer_expired_backup", "timer-expired-preempts",
                    "timer_expired_backup needs nopreempt - clearing", "nopreempt, or no timer_expired_backup");
            instance.timerExpiredPriority = 0;
        }
    }

    private static void report(InstanceDraft instance, Scope scope, String keyword, String code, String message,
            String expected) {
        scope.findings()
                .warning(scope.place(instance, keyword), code, "(" + instance.name + ") " + message)
                .expecting(expected);
    }
}
