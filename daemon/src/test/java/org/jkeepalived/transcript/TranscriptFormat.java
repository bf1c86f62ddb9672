package org.jkeepalived.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes transcripts. */
public final class TranscriptFormat {
    private static final Pattern FILE = Pattern.compile("\\[([a-z ]+?) (/?\\S+)]");
    private static final Pattern TAGGED = Pattern.compile("(ours|keepalived|\\d+\\.\\d+\\.\\d+): +(.*)");
    private static final Pattern HEADER = Pattern.compile("(" + String.join("|", Transcript.HEADERS) + "): (.*)");
    private static final String FOLDER = "/etc/keepalived/";

    private final Path file;
    private final List<String> story = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private Part.HostFile hostFile;
    private Part.Step step;

    private TranscriptFormat(Path file) {
        this.file = file;
    }

    /** All transcripts of a folder, by name. */
    public static List<Transcript> readAll(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".transcript"))
                    .sorted()
                    .map(TranscriptFormat::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The transcript in a file. */
    public static Transcript read(Path file) {
        try {
            var reading = new TranscriptFormat(file);
            Files.readAllLines(file).forEach(reading::line);
            reading.endFile();
            return new Transcript(file, reading.story, reading.headers, reading.parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        Matcher section = FILE.matcher(line);
        if (line.startsWith("> ")) {
            endFile();
            if (step == null || !step.seen().isEmpty()) {
                step = new Part.Step(new ArrayList<>(), new ArrayList<>());
                parts.add(step);
            }
            step.actions().add(line.substring(2));
        } else if (section.matches()) {
            endFile();
            step = null;
            String path = section.group(2);
            hostFile = new Part.HostFile(List.of(section.group(1).split(" +")),
                    path.startsWith("/") ? path : FOLDER + path, new ArrayList<>());
        } else if (hostFile != null) {
            hostFile.lines().add(line);
        } else if (step != null) {
            if (!line.isBlank()) {
                step.seen().add(seen(line.strip()));
            } else if (step.actions().size() > 0) {
                step = null;
            }
        } else if (!line.isBlank()) {
            beginning(line);
        }
    }

    private void beginning(String line) {
        Matcher header = HEADER.matcher(line);
        if (header.matches()) {
            headers.put(header.group(1), header.group(2));
        } else if (parts.isEmpty()) {
            story.add(line);
        } else {
            throw new IllegalArgumentException(file + ": what is this? " + line);
        }
    }

    private void endFile() {
        if (hostFile != null) {
            while (!hostFile.lines().isEmpty() && hostFile.lines().getLast().isBlank()) {
                hostFile.lines().removeLast();
            }
            parts.add(hostFile);
            hostFile = null;
        }
    }

    private static Line seen(String line) {
        Matcher tagged = TAGGED.matcher(line);
        return tagged.matches() ? new Line(tagged.group(1), tagged.group(2)) : new Line("", line);
    }

    /** Writes the transcript to its file. */
    public static void write(Transcript transcript) {
        try {
            Files.writeString(transcript.file(), text(transcript));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the file. */
    static String text(Transcript transcript) {
        var text = new StringBuilder();
        transcript.story().forEach(line -> text.append(line).append('\n'));
        transcript.headers().forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        for (Part part : transcript.parts()) {
            text.append('\n');
            switch (part) {
                case Part.HostFile(var hosts, var path, var lines) -> {
                    text.append('[').append(String.join(" ", hosts)).append(' ');
                    text.append(path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : path).append("]\n");
                    lines.forEach(line -> text.append(line).append('\n'));
                }
                case Part.Step(var actions, var seen) -> {
                    actions.forEach(action -> text.append("> ").append(action).append('\n'));
                    seen.forEach(line -> text.append(line).append('\n'));
                }
            }
        }
        return text.toString();
    }
}
