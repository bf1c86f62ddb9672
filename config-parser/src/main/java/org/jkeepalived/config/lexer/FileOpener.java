package org.jkeepalived.config.lexer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.host.FileTrouble;
import org.jkeepalived.config.settings.IncludeCheck;
import org.jkeepalived.config.settings.OddBytes;

/** Opens the main file and included files, and says why one is not read. */
final class FileOpener {
    private final Findings findings;
    private final List<String> files = new ArrayList<>();
    private final Set<String> complaints = new HashSet<>();
    private int bytesLeft = ReadLimits.BYTES;

    FileOpener(Findings findings) {
        this.findings = findings;
    }

    List<String> files() {
        return files;
    }

    /** Text as if it stood in a file. */
    Frames.OfFile text(String name, String text) {
        files.add(name);
        Path parent = Path.of(name).toAbsolutePath().getParent();
        return new Frames.OfFile(name, null, parent.toString(), text);
    }

    /** Opens the next of the matches. Returns null when it is not read. */
    Frames.OfFile open(Frames.OfMatches matches, Collection<Frames> frames) {
        FilePattern.Match match = matches.matches().next();
        SourceLine from = matches.origin();
        Path path = match.path();
        String file = "Configuration file '" + match.name();
        String problem = null;
        String text = null;
        Path real = null;
        if (Files.isDirectory(path)) {
            problem = file + "/' is a directory - skipping";
        } else if (!Files.isRegularFile(path) || Files.isExecutable(path)) {
            problem = file + "' is not a regular non-executable file - skipping";
        } else {
            limitFiles(from, frames);
            try {
                real = path.toRealPath();
                if (isOpen(real, frames)) {
                    problem = file + "' is included by itself - skipping";
                } else {
                    text = read(path, from);
                }
            } catch (IOException e) {
                if (from == null) {
                    findings.abort(null, ExitClass.CANNOT_RUN, "unreadable-configuration",
                            "Unable to read configuration file " + match.name() + " - " + FileTrouble.reason(e),
                            "a file that this user may read");
                    return null;
                }
                problem = file + "' open problem (" + FileTrouble.reason(e) + ") - skipping";
            }
        }
        if (text == null) {
            complain(from, problem, matches.check().read());
            return null;
        }
        files.add(match.name());
        return new Frames.OfFile(match.name(), real, path.toAbsolutePath().normalize().getParent().toString(), text);
    }

    private static boolean isOpen(Path real, Collection<Frames> frames) {
        return frames.stream().anyMatch(frame -> frame instanceof Frames.OfFile file && file.reads(real));
    }

    private void limitFiles(SourceLine from, Collection<Frames> frames) {
        long depth = frames.stream().filter(Frames.OfFile.class::isInstance).count();
        if (files.size() >= ReadLimits.FILES || depth >= ReadLimits.INCLUDE_DEPTH) {
            findings.abort(from == null ? null : from.whole(), ExitClass.ABORT_LIMIT, "limit",
                    files.size() >= ReadLimits.FILES
                            ? "More than " + ReadLimits.FILES + " configuration files"
                            : "Files include each other more than " + ReadLimits.INCLUDE_DEPTH + " deep",
                    "fewer includes");
            throw new ReadAborted();
        }
    }

    private String read(Path path, SourceLine from) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(bytesLeft + 1);
        }
        if (bytes.length > bytesLeft) {
            findings.abort(from == null ? null : from.whole(), ExitClass.ABORT_LIMIT, "limit",
                    "More than " + ReadLimits.BYTES + " bytes of configuration", "smaller files");
            throw new ReadAborted();
        }
        bytesLeft -= bytes.length;
        return OddBytes.decode(bytes);
    }

    /** Says, once for each line of a file, that something is not read; stops the reading when it must be. */
    void complain(SourceLine from, String message, boolean fatal) {
        if (fatal) {
            findings.abort(from == null ? null : from.whole(), ExitClass.ABORT_INCLUDE, "include-failed", message,
                    null);
            throw new ReadAborted();
        }
        if (from == null || complaints.add(from.file() + ':' + from.number() + ' ' + message)) {
            findings.remark(from == null ? null : from.whole(), "include-skipped", message);
        }
    }

    /** Says that a pattern matches no file at all. */
    void missing(SourceLine line, String pattern, List<FilePattern.Alternative> alternatives, IncludeCheck check) {
        boolean plain = alternatives.stream().anyMatch(a -> !a.wildcard() || a.directoryMissing());
        if (plain) {
            complain(line, "Config files missing '" + pattern + "'.", check.match());
        } else if (check.wildcardMatch()) {
            complain(line, "No config files matched '" + pattern + "'.", true);
        }
    }
}
