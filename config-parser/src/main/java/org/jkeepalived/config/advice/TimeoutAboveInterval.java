package org.jkeepalived.config.advice;

import org.jkeepalived.config.draft.ScriptDraft;

/** A check that may run longer than its interval misses its next run, which keepalived skips while the one before is running. */
final class TimeoutAboveInterval implements Adviser {
    @Override
    public void advise(Survey survey) {
        for (ScriptDraft script : survey.scripts()) {
            if (script.timeoutNanos > script.intervalNanos) {
                survey.findings()
                        .advice(survey.place(script, "timeout"), "timeout-above-interval", "(" + script.name
                                + ") a run may take longer than the interval: the next one is skipped, and a failure is noticed late",
                                "a timeout of at most the interval, " + Seconds.text(script.intervalNanos));
            }
        }
    }
}
