package org.jkeepalived.config.rule;

import static org.jkeepalived.config.settings.InstanceSettings.NOPREEMPT;
import static org.jkeepalived.config.settings.InstanceSettings.PREEMPT_DELAY;
import static org.jkeepalived.config.settings.InstanceSettings.STATE;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.InitialState;

/** nopreempt and preempt_delay need an instance that starts as BACKUP and does not own its addresses; each excludes the other. */
final class PreemptionRule implements InstanceRule {

    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        boolean delay = instance.get(PREEMPT_DELAY) > 0;
        if (delay && instance.strict()) {
            report(instance, scope, PREEMPT_DELAY.name(), "preempt-delay-strict",
                    "preempt_delay is incompatible with strict mode - resetting",
                    "no preempt_delay, or no strict mode");
            instance.put(PREEMPT_DELAY, 0L);
        }
        if (instance.get(NOPREEMPT) && instance.owner()) {
            report(instance, scope, NOPREEMPT.name(), "nopreempt-owner",
                    "nopreempt is incompatible with priority 255. resetting nopreempt", "a priority below 255");
            instance.put(NOPREEMPT, false);
        } else if (instance.get(NOPREEMPT) && instance.own(STATE) == InitialState.MASTER) {
            report(instance, scope, NOPREEMPT.name(), "nopreempt-master",
                    "Warning - nopreempt will not work with initial state MASTER - clearing",
                    "state BACKUP on both nodes: the priority alone decides who starts as master");
            instance.put(NOPREEMPT, false);
        }
        if (delay && instance.get(NOPREEMPT)) {
            report(instance, scope, PREEMPT_DELAY.name(), "preempt-delay-nopreempt",
                    "preempt_delay is incompatible with nopreempt mode - resetting",
                    "either nopreempt or preempt_delay");
            instance.put(PREEMPT_DELAY, 0L);
        } else if (delay && instance.own(STATE) == InitialState.MASTER) {
            report(instance, scope, PREEMPT_DELAY.name(), "preempt-delay-master",
                    "Warning - preempt delay will not work with initial state MASTER - clearing",
                    "state BACKUP on both nodes: the priority alone decides who becomes master");
            instance.put(PREEMPT_DELAY, 0L);
        }
        if (instance.timerExpiredPriority > 0 && !instance.get(NOPREEMPT)) {
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
