package org.jkeepalived.config.lexer;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.diagnostic.SourcePosition;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.settings.IncludeCheck;
import org.jkeepalived.config.settings.OddBytes;

/**
 * Reads a configuration's files into one sequence of lines, with conditions, definitions, generators and includes worked off. A line is given on as
 * soon as it is complete. Past a limit of {@link ReadLimits} reading stops with {@link ReadAborted}.
 */
public final class ConfigReader {
    /** How much of a line a message shows. */
    private static final int SHOWN = 80;

    private final Findings findings;
    private final Definitions definitions;
    private final FileOpener opener;
    private final String configId;
    private final Consumer<SourceLine> sink;
    private final Deque<Frames> frames = new ArrayDeque<>();
    private IncludeCheck includeCheck;
    private int sequence;
    private int linesLeft = ReadLimits.LINES;

    /**
     * A reader of one configuration.
     *
     * @param configId what {@code @ID} lines are compared with
     * @param sink takes the lines, ready to be cut into pieces
     */
    public ConfigReader(Findings findings, HostFacts facts, String configId, IncludeCheck includeCheck,
            Consumer<SourceLine> sink) {
        this.findings = findings;
        this.configId = configId;
        this.includeCheck = includeCheck;
        this.definitions = new Definitions(facts, configId);
        this.opener = new FileOpener(findings);
        this.sink = sink;
    }

    /** The files read so far, as they were named. */
    public List<String> files() {
        return opener.files();
    }

    /** Reads the main file or the files that the pattern matches. Returns false when there is none. */
    public boolean readMain(String pattern) {
        List<FilePattern.Match> matches = FilePattern.expand(pattern, Path.of("").toAbsolutePath())
                .stream()
                .flatMap(alternative -> alternative.matches().stream())
                .toList();
        if (matches.isEmpty()) {
            findings.remark(null, "no-configuration", "Config files missing '" + pattern + "'.");
            return false;
        }
        if (matches.size() > 1) {
            findings.remark(null, "several-configurations", "WARNING, multiple configuration file matches of " + pattern
                    + ", starting with " + matches.getFirst().name());
        }
        frames.push(new Frames.OfMatches(null, matches.iterator(), IncludeCheck.NONE));
        run();
        return true;
    }

    /** Reads text as if it stood in a file. */
    public void readText(String name, String text) {
        frames.push(opener.text(name, text));
        run();
    }

    private void run() {
        while (!frames.isEmpty()) {
            Frames top = frames.peek();
            SourceLine line = null;
            if (top instanceof Frames.OfFile file) {
                line = file.next(sequence++);
            } else if (top instanceof Frames.OfDefinition definition) {
                line = definition.next();
            } else if (top instanceof Frames.OfGenerator generator && generator.generator().hasNext()) {
                generator.generator().next().forEach(definitions::define);
                line = generator.origin().with(generator.generator().body());
            } else if (top instanceof Frames.OfMatches files && files.matches().hasNext()) {
                Frames.OfFile file = opener.open(files, frames);
                if (file != null) {
                    frames.push(file);
                }
                continue;
            }
            if (line == null) {
                frames.pop();
            } else {
                take(line, top instanceof Frames.OfFile);
            }
        }
    }

    private void take(SourceLine line, boolean fromFile) {
        if (fromFile && (Blanks.isBlank(line.raw()) || unusable(line))) {
            return;
        }
        if (!fromFile) {
            count(line);
        }
        String text = condition(line.text());
        if (text == null || define(text)) {
            return;
        }
        String cut = CommentCutter.cut(text);
        int generator = Generator.afterBrace(cut);
        if (generator >= 0) {
            push(line, new Frames.OfDefinition(line, new Definitions.Tail(cut.substring(generator), 0)));
            cut = cut.substring(0, generator);
        }
        if (!Generator.isGenerator(cut)) {
            String substituted = substitute(line, cut);
            cut = substituted == null || substituted.equals(cut) ? substituted : again(line, cut, substituted);
        }
        if (cut == null || Blanks.isBlank(cut)) {
            return;
        }
        if (fromFile) {
            count(line);
        }
        if (Generator.isGenerator(cut)) {
            generate(line.with(cut));
        } else {
            deliver(line.with(cut));
        }
    }

    /** Lines of a file count when something is left of them, lines that were made in any case. */
    private void count(SourceLine line) {
        if (--linesLeft < 0) {
            stop(line, "More than " + ReadLimits.LINES + " lines of configuration",
                    "fewer lines; count those that definitions and ~SEQ make");
        }
    }

    /** The line with its definitions put in, or null when it is dropped. */
    private String substitute(SourceLine line, String cut) {
        Definitions.Expansion expansion = definitions.substitute(cut, directory());
        if (definitions.exhausted()) {
            stop(line, "More than " + ReadLimits.USES + " uses of definitions", "fewer uses of definitions");
        }
        if (expansion.problem() != null) {
            findings.error(line.whole(), "bad-expansion", expansion.problem(), "a line of fewer than "
                    + ReadLimits.LINE_BYTES + " bytes after its definitions are put in, none of which uses itself");
            return null;
        }
        for (Definitions.Tail tail : expansion.tails()) {
            push(line, new Frames.OfDefinition(line, tail));
        }
        return expansion.text();
    }

    /** What definitions made of a line may be conditional, define something or hold a comment, like a line of the file; null when nothing is left. */
    private String again(SourceLine line, String before, String substituted) {
        String text = before.startsWith("@", Blanks.start(before)) ? substituted : condition(substituted);
        if (text == null || define(text)) {
            return null;
        }
        String cut = CommentCutter.cut(text);
        if (CommentCutter.openQuote(line.raw()) < 0) {
            reportOpenQuote(line.with(cut));
        }
        return cut;
    }

    private void deliver(SourceLine line) {
        String text = Blanks.strip(line.text());
        String keyword = Blanks.firstWord(text);
        String arguments = Blanks.strip(text.substring(keyword.length()));
        IncludeCheck check = arguments.isEmpty() || !keyword.startsWith("include")
                ? null
                : IncludeCheck.ofKeyword(keyword, includeCheck);
        if (check != null) {
            include(line, arguments, check);
            return;
        }
        if (keyword.equals("include_check")) {
            includeCheck = IncludeCheck.ofArguments(
                    arguments.isEmpty() ? List.of() : List.of(arguments.split("[ \\t\\x0b\\f\\r]+")), includeCheck);
        }
        sink.accept(line);
    }

    private boolean unusable(SourceLine line) {
        String raw = line.raw();
        String problem = null;
        if (raw.indexOf('\0') >= 0) {
            problem = "line contains embedded NULs - ignoring";
        } else if (OddBytes.length(raw) >= ReadLimits.LINE_BYTES) {
            problem = "line too long - ignoring";
        }
        if (problem == null) {
            reportOpenQuote(line);
            return false;
        }
        String shown = raw.substring(0, Math.min(raw.length(), SHOWN)).replace('\0', '?');
        int column = Math.max(1, raw.indexOf('\0') + 1);
        findings.error(new Place(new SourcePosition(line.file(), line.number(), column, 1), shown, line.sequence()),
                "bad-line", problem, "a line of fewer than " + ReadLimits.LINE_BYTES + " bytes of text");
        return true;
    }

    private void reportOpenQuote(SourceLine line) {
        String text = line.text();
        int quote = text.indexOf('"') < 0 ? -1 : CommentCutter.openQuote(CommentCutter.cut(text));
        if (quote >= 0) {
            findings.error(line.word(quote, text.substring(quote)), "unterminated-quote",
                    "Unterminated quote '" + Blanks.strip(CommentCutter.cut(text)) + "'",
                    "a closing \" on the same line");
        }
    }

    /** The line without its condition, or null when it is not for this machine. */
    private String condition(String raw) {
        int start = Blanks.start(raw);
        if (!raw.startsWith("@", start)) {
            return raw;
        }
        boolean inverted = raw.startsWith("@^", start);
        int idStart = start + (inverted ? 2 : 1);
        int end = idStart;
        while (end < raw.length() && !Blanks.isBlank(raw.charAt(end))) {
            end++;
        }
        boolean keep = raw.substring(idStart, end).equals(configId) != inverted;
        return keep ? raw.substring(end) : null;
    }

    /** Takes a definition with the lines of the file that continue it. Returns false when the line is none. */
    private boolean define(String text) {
        DefinitionLine definition = DefinitionLine.parse(text);
        if (definition == null) {
            return false;
        }
        StringBuilder value = new StringBuilder(definition.value());
        boolean more = definition.continued() && frames.peek() instanceof Frames.OfFile;
        while (more) {
            Frames.OfFile file = (Frames.OfFile) frames.peek();
            String next = file.peek();
            String cut = next == null ? "" : CommentCutter.cut(next);
            if (Blanks.isBlank(cut)) {
                break;
            }
            if (unusable(file.next(sequence++))) {
                continue;
            }
            more = cut.endsWith("\\");
            String part = more ? DefinitionLine.withoutBackslash(cut) : Blanks.strip(cut);
            value.append(value.isEmpty() || part.isEmpty() ? "" : "\n").append(part);
        }
        definitions.define(definition.name(), value.toString());
        return true;
    }

    private void generate(SourceLine line) {
        Generator generator = Generator.parse(line.text(),
                argument -> definitions.substitute(argument, directory()).text(), complaint -> findings
                        .error(line.whole(), "bad-generator", complaint + " '" + Blanks.strip(line.text()) + "'"));
        if (generator == null) {
            String kind = Blanks.strip(line.text()).startsWith("~LST") ? "~LST" : "~SEQ";
            findings.error(line.whole(), "bad-generator",
                    "Invalid " + kind + " specification '" + Blanks.strip(line.text()) + "'",
                    "~SEQ(VAR, [START, [STEP,]] END) LINE or ~LST(VAR, VALUE, ...) LINE");
            return;
        }
        push(line, new Frames.OfGenerator(line, generator));
    }

    private void push(SourceLine line, Frames frame) {
        if (frames.size() >= ReadLimits.NESTING + ReadLimits.INCLUDE_DEPTH) {
            stop(line, "Definitions and generators are nested too deep", "a definition that does not use itself");
        }
        frames.push(frame);
    }

    private void include(SourceLine line, String pattern, IncludeCheck check) {
        List<FilePattern.Alternative> alternatives = FilePattern.expand(pattern, Path.of(directory()));
        if (alternatives.isEmpty()) {
            stop(line, "Pattern '" + pattern + "' stands for too many files",
                    "a pattern for at most " + ReadLimits.MATCHES + " files and directory entries");
        }
        if (alternatives.stream().allMatch(a -> a.matches().isEmpty())) {
            opener.missing(line, pattern, alternatives, check);
            return;
        }
        if (alternatives.size() > 1 && alternatives.stream().anyMatch(a -> a.matches().isEmpty())) {
            opener.complain(line, "Some config files missing: \"" + pattern + "\".", check.braceMatch());
        }
        frames.push(
                new Frames.OfMatches(line, alternatives.stream().flatMap(a -> a.matches().stream()).iterator(), check));
    }

    private String directory() {
        for (Frames frame : frames) {
            if (frame instanceof Frames.OfFile file) {
                return file.directory();
            }
        }
        return "";
    }

    private void stop(SourceLine line, String message, String expected) {
        findings.abort(line == null ? null : line.whole(), ExitClass.ABORT_LIMIT, "limit", message, expected);
        throw new ReadAborted();
    }
}
