package org.jkeepalived.transcript;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A transcript as it is written.
 *
 * @param file where it is
 * @param story what it is about, in words
 * @param headers name and value; see the constants
 */
public record Transcript(Path file, List<String> story, Map<String, String> headers, List<Part> parts) {
    /** Why the daemon in the simulator cannot do what the file does. */
    public static final String NOT_SIMULATED = "not simulated";
    /** Why the two daemons do not say and do the same; there when some line has a tag, and only then. */
    public static final String DIFFERS = "differs";
    /** Why keepalived is left out. */
    public static final String OURS_ALONE = "ours alone";
    /** Further interfaces of every host. */
    public static final String INTERFACES = "interfaces";
    /** {@code log: all} when the lines of every start and stop are shown, too. */
    public static final String LOG = "log";
    /** Every header that there is. */
    public static final List<String> HEADERS = List.of(NOT_SIMULATED, DIFFERS, OURS_ALONE, INTERFACES, LOG);

    /** Its name: that of the file without its ending. */
    public String name() {
        return file.getFileName().toString().replace(".transcript", "");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The steps in order. */
    public List<Part.Step> steps() {
        return parts.stream().filter(part -> part instanceof Part.Step).map(part -> (Part.Step) part).toList();
    }

    /** Every text that some step expects of somebody. */
    public List<Line> lines() {
        return steps().stream().flatMap(step -> step.seen().stream()).toList();
    }

    /** The same with other lines in its steps, in order. */
    public Transcript with(List<List<Line>> seen) {
        var next = new ArrayList<Part>();
        int step = 0;
        for (Part part : parts) {
            next.add(part instanceof Part.Step(var actions, var _) ? new Part.Step(actions, seen.get(step++)) : part);
        }
        return new Transcript(file, story, headers, next);
    }
}
