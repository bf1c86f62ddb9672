package org.jkeepalived.config.advice;

import org.jkeepalived.config.draft.ScriptDraft;

/** Without a timeout a run is killed after its interval and counts as a failure; with an interval of a second and fall 1 one slow answer fails over. */
final class ShortTimeout implements Adviser {
    private static final long SECOND = 1_000_000_000L;

    @Override
    public void advise(Survey survey) {
        for (ScriptDraft script : survey.scripts()) {
            if (script.timeoutNanos == 0 && script.intervalNanos <= SECOND && script.fall == 1) {
                survey.findings()
                        .advice(survey.place(script, "interval"), "short-timeout",
                                "(" + script.name + ") one run of more than " + Seconds.text(script.intervalNanos)
                                        + " counts as a failure: without timeout a run is killed after its interval",
                                "fall 2 or more, or a longer interval");
            }
        }
    }
}
