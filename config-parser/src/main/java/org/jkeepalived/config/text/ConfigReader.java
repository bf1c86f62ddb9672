package org.jkeepalived.config.text;

import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.host.FileTrouble;
import org.jkeepalived.config.report.Findings;
import org.jkeepalived.config.report.Place;
import org.jkeepalived.config.diagnostic.SourcePosition;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.settings.IncludeCheck;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a configuration's files into one sequence of lines, with conditions, definitions, generators and includes worked off. */
public final class ConfigReader {
    /** How deep files may include each other; keepalived ends at the limit of open files. */
    private static final int MAX_INCLUDE_DEPTH = 100;

    private final Findings findings;
    private final Definitions definitions;
    private final String configId;
    private final List<SourceLine> lines = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private IncludeCheck includeCheck;
    private int sequence;

    /**
     * A reader of one configuration.
     *
     * @param configId
     *            what {@code @ID} lines are compared with
     */
    public ConfigReader(Findings findings, HostFacts facts, String configId, IncludeCheck includeCheck) {
        this.findings = findings;
        this.configId = configId;
        this.includeCheck = includeCheck;
        this.definitions = new Definitions(facts, configId);
    }

    /** The lines read so far, ready to be cut into pieces. */
    public List<SourceLine> lines() {
        return lines;
    }

    /** The files read so far, as they were named. */
    public List<String> files() {
        return files;
    }

    /** Reads the main file or the files that the pattern matches. Returns false when there is none. */
    public boolean readMain(String pattern) {
        List<FilePattern.Alternative> found = FilePattern.expand(pattern, Path.of("").toAbsolutePath());
        List<Path> matches = found.stream().flatMap(a -> a.matches().stream()).toList();
        if (matches.isEmpty()) {
            findings.notice(null, "no-configuration", "Config files missing '" + pattern + "'.");
            return false;
        }
        boolean single = found.size() == 1 && !found.getFirst().wildcard();
        if (matches.size() > 1) {
            findings.notice(null, "several-configurations",
                    "WARNING, multiple configuration file matches of " + pattern + ", starting with "
                            + matches.getFirst());
        }
        for (Path path : matches) {
            include(path, single ? pattern : path.toString(), null, IncludeCheck.NONE, 0);
        }
        return true;
    }

    /** Reads text as if it stood in a file. */
    public void readText(String name, String text) {
        files.add(name);
        Path parent = Path.of(name).toAbsolutePath().getParent();
        readLines(name, parent, text, 0);
    }

    private void include(Path path, String shownName, SourceLine from, IncludeCheck check, int depth) {
        String problem = null;
        if (Files.isDirectory(path)) {
            problem = "Configuration file '" + shownName + "' is a directory - skipping";
        } else if (!Files.isRegularFile(path)) {
            problem = "Configuration file '" + shownName + "' is not a regular non-executable file - skipping";
        } else if (Files.isExecutable(path)) {
            problem = "Configuration file '" + shownName + "' is not a regular non-executable file - skipping";
        } else if (depth > MAX_INCLUDE_DEPTH) {
            problem = "Configuration file '" + shownName + "' is included by itself - skipping";
        }
        String text = null;
        if (problem == null) {
            try {
                text = decode(Files.readAllBytes(path));
            } catch (IOException e) {
                if (from == null) {
                    findings.abort(null, ExitClass.CANNOT_RUN, "unreadable-configuration",
                            "Unable to read configuration file " + shownName + " - " + FileTrouble.reason(e),
                            "a file that this user may read");
                    return;
                }
                problem = "Configuration file '" + shownName + "' open problem (" + FileTrouble.reason(e)
                        + ") - skipping";
            }
        }
        if (problem != null) {
            complain(from, problem, check.read());
            return;
        }
        files.add(shownName);
        readLines(shownName, path.toAbsolutePath().getParent(), text, depth);
    }

    private void complain(SourceLine from, String message, boolean fatal) {
        Place place = from == null ? null : from.whole();
        if (fatal) {
            findings.abort(place, ExitClass.ABORT_INCLUDE, "include-failed", message, null);
            throw new ReadAborted();
        }
        findings.notice(place, "include-skipped", message);
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private void readLines(String name, Path directory, String text, int depth) {
        String[] rows = text.split("\n", -1);
        for (int i = 0; i < rows.length; i++) {
            String raw = rows[i].endsWith("\r") ? rows[i].substring(0, rows[i].length() - 1) : rows[i];
            if (unusable(name, i + 1, raw)) {
                continue;
            }
            String conditioned = condition(raw);
            if (conditioned == null) {
                continue;
            }
            SourceLine line = new SourceLine(name, i + 1, sequence++, raw, conditioned);
            DefinitionLine definition = DefinitionLine.parse(conditioned);
            if (definition == null) {
                process(line, directory, depth);
                continue;
            }
            StringBuilder value = new StringBuilder(definition.value());
            for (boolean more = definition.continued(); more && i + 1 < rows.length;) {
                String next = CommentCutter.cut(rows[i + 1].replace("\r", ""));
                more = next.endsWith("\\");
                if (next.isBlank()) {
                    break;
                }
                value.append('\n').append(more ? next.substring(0, next.length() - 1).stripTrailing() : next);
                i++;
            }
            definitions.define(definition.name(), value.toString());
        }
    }

    private boolean unusable(String name, int number, String raw) {
        String problem = raw.indexOf('\0') >= 0
                ? "line contains embedded NULs - ignoring"
                : raw.length() >= LineLimit.BYTES && raw.getBytes(StandardCharsets.UTF_8).length >= LineLimit.BYTES
                        ? "line too long - ignoring"
                        : null;
        if (problem == null) {
            return false;
        }
        SourcePosition position = new SourcePosition(name, number, 1, 1);
        findings.error(
                new Place(position, raw.substring(0, Math.min(raw.length(), LineLimit.SHOWN)).replace('\0', '?'),
                        sequence++),
                "bad-line",
                problem, "a line of fewer than " + LineLimit.BYTES + " bytes of text");
        return true;
    }

    /** The line without its condition, or null when it is not for this machine. */
    private String condition(String raw) {
        String start = raw.stripLeading();
        if (!start.startsWith("@")) {
            return raw;
        }
        boolean inverted = start.startsWith("@^");
        int idStart = inverted ? 2 : 1;
        int end = idStart;
        while (end < start.length() && !Character.isWhitespace(start.charAt(end))) {
            end++;
        }
        boolean keep = start.substring(idStart, end).equals(configId) != inverted;
        return keep ? start.substring(end) : null;
    }

    private void process(SourceLine line, Path directory, int depth) {
        String text = CommentCutter.cut(line.text());
        if (Generator.isGenerator(text)) {
            generate(line.with(text), directory, depth);
            return;
        }
        String substituted = definitions.substitute(text, directory.toString());
        if (substituted.indexOf('\n') >= 0) {
            for (String part : substituted.split("\n")) {
                expanded(line, part, directory, depth);
            }
            return;
        }
        String cut = substituted.equals(text) ? text : CommentCutter.cut(substituted);
        if (cut.isBlank()) {
            return;
        }
        if (Generator.isGenerator(cut)) {
            generate(line.with(cut), directory, depth);
            return;
        }
        String[] words = cut.strip().split("\\s+", 2);
        IncludeCheck check = words.length < 2 ? null : IncludeCheck.ofKeyword(words[0], includeCheck);
        if (check != null) {
            includePattern(line.with(cut), words[1], directory, check, depth);
            return;
        }
        if (words[0].equals("include_check")) {
            includeCheck = IncludeCheck.ofArguments(words.length < 2 ? List.of() : List.of(words[1].split("\\s+")),
                    includeCheck);
        }
        lines.add(line.with(cut));
    }

    /** A line that came out of a multi-line definition may be conditional or define something, like a line of the file. */
    private void expanded(SourceLine line, String part, Path directory, int depth) {
        String conditioned = condition(part);
        DefinitionLine definition = conditioned == null ? null : DefinitionLine.parse(conditioned);
        if (definition != null) {
            definitions.define(definition.name(), definition.value());
        } else if (conditioned != null) {
            process(line.with(conditioned), directory, depth);
        }
    }

    private void generate(SourceLine line, Path directory, int depth) {
        String arguments = Generator.arguments(line.text());
        String substituted = arguments == null ? null : definitions.substitute(arguments, directory.toString());
        Generator generator = Generator.parse(line.text(), substituted);
        if (generator == null) {
            String kind = line.text().stripLeading().startsWith("~LST") ? "~LST" : "~SEQ";
            findings.error(line.whole(), "bad-generator",
                    "Invalid " + kind + " specification '" + line.text().strip() + "'",
                    "~SEQ(VAR, [START, [STEP,]] END) LINE or ~LST(VAR, VALUE, ...) LINE");
            return;
        }
        for (var pass : generator.passes()) {
            pass.forEach(definitions::define);
            process(line.with(generator.body()), directory, depth);
        }
        generator.passes().stream().flatMap(pass -> pass.keySet().stream()).distinct().forEach(definitions::remove);
    }

    private void includePattern(SourceLine line, String pattern, Path directory, IncludeCheck check, int depth) {
        List<FilePattern.Alternative> alternatives = FilePattern.expand(pattern, directory);
        boolean anyMatch = alternatives.stream().anyMatch(a -> !a.matches().isEmpty());
        for (FilePattern.Alternative alternative : alternatives) {
            if (alternative.matches().isEmpty()) {
                missing(line, pattern, alternative, alternatives.size() > 1 && anyMatch, check);
            }
            boolean exact = alternatives.size() == 1 && !alternative.wildcard();
            for (Path path : alternative.matches()) {
                include(path, exact ? pattern : path.toString(), line, check, depth + 1);
            }
        }
    }

    private void missing(SourceLine line, String pattern, FilePattern.Alternative alternative, boolean braceHalf,
            IncludeCheck check) {
        if (braceHalf) {
            complain(line, "Config files missing '" + alternative.text() + "'.", check.braceMatch());
        } else if (alternative.wildcard() && !alternative.directoryMissing()) {
            if (check.wildcardMatch()) {
                complain(line, "No config files matched '" + pattern + "'.", true);
            }
        } else {
            complain(line, "Config files missing '" + pattern + "'.", check.match());
        }
    }

    /** Limits of a line. */
    private static final class LineLimit {
        /** A line of this many bytes, its newline not counted, is dropped. */
        static final int BYTES = 1023;
        /** How much of a dropped line a message shows. */
        static final int SHOWN = 80;
    }
}
