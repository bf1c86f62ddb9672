package org.jkeepalived.config.advice;

import java.util.regex.Pattern;
import org.jkeepalived.config.draft.ScriptDraft;

/** A check that stops the daemon to make the other node take over: nothing starts it again, so the pair stays without a backup. */
final class ScriptStopsDaemon implements Adviser {
    private static final Pattern STOPS = Pattern
            .compile("systemctl +(stop|restart|kill) +keepalived|service +keepalived +(stop|restart)"
                    + "|(pkill|killall)(?! +(-0|-s *0|--signal +0)\\b)[^;|&]*\\bkeepalived\\b");

    @Override
    public void advise(Survey survey) {
        for (ScriptDraft script : survey.scripts()) {
            if (script.command != null && STOPS.matcher(String.join(" ", script.command.arguments)).find()) {
                survey.findings()
                        .advice(script.command.place, "script-stops-daemon", "(" + script.name
                                + ") the check stops the daemon itself: this node is no backup until somebody starts it again",
                                "a check that exits with a status other than 0, which makes the instance leave by itself");
            }
        }
    }
}
