package org.jkeepalived.health;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a script may run, as keepalived does: it must be a regular file that its user can reach and execute, and what root runs
 * must not be changeable by others, in any component of its path. Reads file attributes, so it belongs on no thread that must not block.
 *
 * <p>What others can change: a component that root does not own, one that everybody may write, one that a group other than root's may
 * write. A directory with the sticky bit may be written by others, since what root owns in it stays root's.
 */
public final class ScriptSecurity {
    private static final int ROOT = 0;
    private static final int GROUP_WRITE = 0020;
    private static final int OTHER_WRITE = 0002;

    private final boolean enforce;
    private final String searchPath;
    private final FileFacts files;
    private final AccountNames accounts;

    /**
     * A policy.
     *
     * @param enforce whether enable_script_security is set
     * @param searchPath the PATH for names without a slash
     */
    public ScriptSecurity(boolean enforce, String searchPath) {
        this(enforce, searchPath, FileFacts.ofSystem(), AccountNames.ofSystem());
    }

    ScriptSecurity(boolean enforce, String searchPath, FileFacts files, AccountNames accounts) {
        this.enforce = enforce;
        this.searchPath = searchPath;
        this.files = files;
        this.accounts = accounts;
    }

    /** keepalived's line about scripts that root runs without enable_script_security. */
    public static String violationLine(boolean anyInsecure) {
        return "SECURITY VIOLATION - scripts are being executed but script_security not enabled."
                + (anyInsecure ? " There are insecure scripts." : "");
    }

    /**
     * Looks at the file of a command. A name without a slash is searched for in PATH; symbolic links among the directories are resolved, a
     * link at the end keeps its name.
     */
    public ScriptVerdict check(ScriptCommand command) {
        String name = command.path();
        if (name.contains("/")) {
            return checkFile(name, command, List.of());
        }
        for (String directory : searchPath.split(":")) {
            Path candidate = Path.of(directory.isEmpty() ? "." : directory, name);
            if (executableRegularFile(candidate, command)) {
                var found = candidate.toAbsolutePath().toString();
                return checkFile(found, command, List.of(new ScriptFinding.FoundByPath(name, found)));
            }
        }
        return new ScriptVerdict(name, false, false, List.of(new ScriptFinding.NotInPath(name, searchPath)));
    }

    private boolean executableRegularFile(Path candidate, ScriptCommand command) {
        try {
            var fact = files.linkFact(files.real(candidate));
            return fact.kind() == FileFacts.Kind.REGULAR && mayExecute(fact, command);
        } catch (IOException absent) {
            return false;
        }
    }

    private ScriptVerdict checkFile(String name, ScriptCommand command, List<ScriptFinding> before) {
        var findings = new ArrayList<>(before);
        Path asWritten = Path.of(name).toAbsolutePath().normalize();
        Path file = asWritten;
        Path target;
        try {
            if (asWritten.getParent() == null) {
                findings.add(new ScriptFinding.WrongFileType(name, asWritten + " is a directory"));
                return new ScriptVerdict(name, false, true, findings);
            }
            file = files.real(asWritten.getParent()).resolve(asWritten.getFileName());
            target = files.real(file);
            var unreachable = unreachable(target, command);
            if (unreachable != null) {
                findings.add(new ScriptFinding.NotAccessible(name, "Permission denied", unreachable));
                return new ScriptVerdict(file.toString(), false, false, findings);
            }
            return judge(file, target, command, findings);
        } catch (IOException failure) {
            findings.add(new ScriptFinding.NotAccessible(name, errnoText(failure), detail(failure)));
            return new ScriptVerdict(file.toString(), false, false, findings);
        }
    }

    private ScriptVerdict judge(Path file, Path target, ScriptCommand command, List<ScriptFinding> findings)
            throws IOException {
        var fact = files.linkFact(target);
        String path = file.toString();
        if (fact.kind() != FileFacts.Kind.REGULAR) {
            findings.add(new ScriptFinding.WrongFileType(path,
                    target + (fact.kind() == FileFacts.Kind.DIRECTORY ? " is a directory" : " is not a regular file")));
            return new ScriptVerdict(path, false, true, findings);
        }
        if (!mayExecute(fact, command)) {
            findings.add(new ScriptFinding.NotExecutable(path, command.uid(), command.gid(),
                    describe(target, fact) + ": chmod 755 " + target + " lets user " + accounts.user(command.uid())
                            + " run it"));
            return new ScriptVerdict(path, false, false, findings);
        }
        String unsafe = command.uid() == ROOT ? unsafeComponent(file, target) : null;
        if (unsafe != null) {
            findings.add(new ScriptFinding.Unsafe(path, enforce, unsafe));
        }
        return new ScriptVerdict(path, unsafe == null || !enforce, unsafe != null, findings);
    }

    /** The first component, outermost first, that somebody other than root could change; null when there is none. */
    private String unsafeComponent(Path file, Path target) throws IOException {
        String found = unsafeOn(file);
        return found != null || target.equals(file) ? found : unsafeOn(target);
    }

    private String unsafeOn(Path file) throws IOException {
        for (Path component : components(file)) {
            var fact = files.linkFact(component);
            if (fact.uid() != ROOT) {
                return describe(component, fact) + ": root runs the script, so root must own it: chown root "
                        + component;
            }
            boolean guarded = fact.kind() == FileFacts.Kind.LINK
                    || fact.kind() == FileFacts.Kind.DIRECTORY && fact.sticky();
            if (!guarded && (fact.mode() & OTHER_WRITE) != 0) {
                return describe(component, fact) + ": everybody may write it: chmod o-w " + component;
            }
            if (!guarded && fact.gid() != ROOT && (fact.mode() & GROUP_WRITE) != 0) {
                return describe(component, fact) + ": group " + accounts.group(fact.gid()) + " may write it: chmod g-w "
                        + component;
            }
        }
        return null;
    }

    /** The first directory that the user may not pass; null when all may be. */
    private String unreachable(Path target, ScriptCommand command) throws IOException {
        for (Path component : components(target)) {
            var fact = files.linkFact(component);
            if (fact.kind() == FileFacts.Kind.DIRECTORY && !component.equals(target) && command.uid() != ROOT
                    && !mayExecute(fact, command)) {
                return describe(component, fact) + ": user " + accounts.user(command.uid()) + " may not enter it";
            }
        }
        return null;
    }

    private static List<Path> components(Path file) {
        var components = new ArrayList<Path>();
        for (Path path = file; path != null; path = path.getParent()) {
            components.addFirst(path);
        }
        return components;
    }

    private static boolean mayExecute(FileFacts.Fact fact, ScriptCommand command) {
        if (command.uid() == ROOT) {
            return (fact.mode() & 0111) != 0;
        }
        if (fact.uid() == command.uid()) {
            return (fact.mode() & 0100) != 0;
        }
        if (fact.gid() == command.gid() || command.supplementaryGids().contains(fact.gid())) {
            return (fact.mode() & 0010) != 0;
        }
        return (fact.mode() & 0001) != 0;
    }

    private String describe(Path path, FileFacts.Fact fact) {
        return "%s (mode %04o, owner %s:%s)".formatted(path, fact.mode(), accounts.user(fact.uid()),
                accounts.group(fact.gid()));
    }

    private static String errnoText(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "No such file or directory";
            case AccessDeniedException _ -> "Permission denied";
            case FileSystemLoopException _ -> "Too many levels of symbolic links";
            default -> failure.getMessage().substring(failure.getMessage().lastIndexOf(": ") + 1).strip();
        };
    }

    private static String detail(IOException failure) {
        return failure instanceof NoSuchFileException missing && missing.getFile() != null
                ? missing.getFile() + " does not exist"
                : "";
    }
}
