package org.jkeepalived.transcript;

import java.util.List;

/** What a transcript consists of, in order. */
public sealed interface Part {

    /**
     * A file of hosts, written before what follows.
     *
     * @param hosts their names
     * @param path absolute
     */
    record HostFile(List<String> hosts, String path, List<String> lines) implements Part {
        /** Its text. */
        public String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    /**
     * Things that are done, and all that came of them.
     *
     * @param actions the lines that begin with {@code >}, without that
     */
    record Step(List<String> actions, List<Line> seen) implements Part {
        private static final String GIVEN = "given ";

        /** Whether it only sets the stage, so that nothing is said of what came of it. */
        public boolean isGiven() {
            return actions.getFirst().startsWith(GIVEN);
        }

        /** The actions without the word that makes them a beginning. */
        public List<String> deeds() {
            return actions.stream()
                    .map(action -> action.startsWith(GIVEN) ? action.substring(GIVEN.length()) : action)
                    .toList();
        }

        /** What is expected when it runs with somebody. */
        public List<String> expected(Audience audience) {
            return seen.stream().filter(line -> audience.accepts(line.tag())).map(Line::text).toList();
        }
    }
}
