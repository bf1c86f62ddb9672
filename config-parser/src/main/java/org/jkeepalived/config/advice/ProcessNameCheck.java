package org.jkeepalived.config.advice;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jkeepalived.config.draft.ScriptDraft;

/** A check that looks for the name of a process only sees that some process is called so, not that the service answers. */
final class ProcessNameCheck implements Adviser {
    private static final Pattern BY_NAME = Pattern.compile(
            "(?:^|[ /;|&'\"(])(?:(pidof|pgrep)(?: +-\\S+)* +([\\w.-]+)|(killall) +(?:-0|-s *0|--signal +0) +([\\w.-]+)"
                    + "|(ps) +\\S*-?C *([\\w.-]+))");
    /** Programs that run other programs: the name says nothing about what runs. */
    private static final Set<String> INTERPRETERS = Set.of("java", "python", "python2", "python3", "perl", "ruby",
            "node", "php", "bash", "sh", "docker");

    @Override
    public void advise(Survey survey) {
        for (ScriptDraft script : survey.scripts()) {
            if (script.command == null) {
                continue;
            }
            Matcher matcher = BY_NAME.matcher(String.join(" ", script.command.arguments));
            if (matcher.find()) {
                String tool = first(matcher, 1);
                String name = first(matcher, 2);
                survey.findings()
                        .advice(script.command.place, "process-name-check",
                                "(" + script.name + ") " + tool + " succeeds while any process is called " + name
                                        + (INTERPRETERS.contains(name)
                                                ? ", whatever it runs"
                                                : ", even one that answers nobody"),
                                "a request to the service itself, such as curl -fsm1 http://127.0.0.1/");
            }
        }
    }

    private static String first(Matcher matcher, int group) {
        for (int i = group; i <= matcher.groupCount(); i += 2) {
            if (matcher.group(i) != null) {
                return matcher.group(i);
            }
        }
        throw new IllegalStateException("no group of " + matcher.pattern());
    }
}
