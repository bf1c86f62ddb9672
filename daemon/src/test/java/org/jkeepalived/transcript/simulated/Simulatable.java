package org.jkeepalived.transcript.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jkeepalived.transcript.Part;
import org.jkeepalived.transcript.Transcript;

/**
 * Which transcripts, and which of their lines, are of what is simulated: the words of routers, their packets, their addresses. There are no
 * processes: nothing is frozen, no script runs but the check whose result the transcript sets.
 */
final class Simulatable {
    private static final Pattern ROUTERS = Pattern.compile(
            "\\(\\S+\\) .*|Sending .*|VRRP_Group\\(.*|Unknown VRID.*|Delaying startup.*|Entering .*|.*preempt delay.*|interval.*");
    private static final Pattern OTHERS = Pattern.compile(
            ".* was left on this host by an earlier run.*|.*more reports of adverts were left out.*|.*debounce timer.*");
    private static final Pattern ADDRESS = Pattern.compile("(\\w+ kernel [-+] \\S+/\\d+ dev \\S+).*");

    private static final Pattern PROCESS = Pattern.compile("(freeze|thaw|signal) .*|until \\w+ runs .*");
    private static final Pattern BY_HAND = Pattern.compile("\\w+: (?!ip addr del |sleep ).*");
    private static final Pattern SCRIPT = Pattern.compile("\\s*script \"?(?!/usr/local/bin/check).*");

    private Simulatable() {}

    /** Why a transcript cannot be simulated: what its head says, or what it uses. */
    static Optional<String> obstacle(Transcript transcript) {
        Optional<String> written = transcript.header(Transcript.NOT_SIMULATED);
        if (written.isPresent()) {
            return written;
        }
        for (Part part : transcript.parts()) {
            if (part instanceof Part.HostFile file && file.lines().stream().anyMatch(SCRIPT.asMatchPredicate())) {
                return Optional.of("a script runs");
            }
            if (part instanceof Part.Step step) {
                for (String deed : step.deeds()) {
                    if (PROCESS.matcher(deed).matches() || BY_HAND.matcher(deed).matches()) {
                        return Optional.of(deed);
                    }
                }
            }
        }
        return Optional.empty();
    }

    static boolean isOfRouters(String text) {
        return ROUTERS.matcher(text).matches() && !OTHERS.matcher(text).matches();
    }

    /** The lines of one step that the simulation has to show. */
    static List<String> of(List<String> lines) {
        var simulated = new ArrayList<String>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words[1].equals("sends") || words[1].equals("log") && isOfRouters(words[2])) {
                simulated.add(line);
            } else {
                var address = ADDRESS.matcher(line);
                if (address.matches()) {
                    simulated.add(address.group(1));
                }
            }
        }
        return simulated;
    }
}
