package org.jkeepalived.config.rule;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.settings.ScriptOptions;

/**
 * Whether one program may run, in keepalived's words, followed by what those leave out: the component of the path that is to blame, its mode, its
 * owner and the fix.
 *
 * <p>Others could change what root runs: a component that root does not own, one that everybody may write, one that a group other than root's may
 * write. A sticky directory may be written by others, since what root owns in it stays root's.
 */
final class ScriptFile {
    /** What comes of the look at a file. */
    enum Verdict {
        USABLE,
        NOT_FOUND,
        NOT_EXECUTABLE,
        WRONG_TYPE,
        INSECURE
    }

    private static final int ROOT = 0;
    private static final int OTHERS_WRITE = 002;
    private static final int GROUP_WRITE = 020;
    private static final int STICKY = 01000;
    private static final String DEFAULT_PATH = "/bin:/usr/bin";
    private static final String MISSING = "No such file or directory";

    private final CommandDraft command;
    private final Scope scope;
    private final HostFacts facts;
    private final int uid;
    private final int gid;
    private boolean insecure;

    /** @param command
     *        with its account */
    ScriptFile(CommandDraft command, Scope scope) {
        this.command = command;
        this.scope = scope;
        facts = scope.facts();
        uid = command.account.uid();
        gid = command.account.gid();
    }

    /** Whether somebody other than root could change what root runs; it is {@link Verdict#USABLE} all the same without enable_script_security. */
    boolean insecure() {
        return insecure;
    }

    /** Looks at the file and reports what is found; the command's program becomes the path to execute. */
    Verdict check() {
        String program = command.arguments.getFirst();
        if (program.indexOf('/') < 0) {
            program = onPath(program);
            if (program == null) {
                return Verdict.NOT_FOUND;
            }
        }
        FileFacts file = facts.file(program);
        if (file.error() != null) {
            return notAccessible(program, file.error(), missing(program, file.error()));
        }
        String closed = closedDirectory(file.target());
        if (closed != null) {
            return notAccessible(program, "Permission denied", closed);
        }
        boolean asWritten = scope.global().scripts.get(ScriptOptions.SYMLINK_PATHS);
        command.arguments.set(0, asWritten ? program : file.realPath());
        return judge(file);
    }

    private Verdict notAccessible(String program, String error, String detail) {
        say("script-not-found", "Script " + program + " cannot be accessed - " + error, detail);
        return Verdict.NOT_FOUND;
    }

    private Verdict judge(FileFacts file) {
        if (!file.executableBy(uid, gid)) {
            say("script-not-executable",
                    "WARNING - script '" + file.realPath() + "' is not executable for uid:gid " + uid + ":" + gid
                            + " - disabling.",
                    described(file.target(), file) + ": chmod 755 " + file.target() + " lets user "
                            + command.account.name() + " run it");
            return Verdict.NOT_EXECUTABLE;
        }
        if (!file.regular()) {
            say("script-file-type", "Wrong file type found in script path '" + file.target() + "'.",
                    file.target() + (file.directory() ? " is a directory" : " is not a regular file"));
            return Verdict.WRONG_TYPE;
        }
        String unsafe = uid == ROOT ? unsafeComponent(file) : null;
        if (unsafe == null) {
            return Verdict.USABLE;
        }
        insecure = true;
        boolean disabled = scope.global().scriptSecurity();
        say("script-unsafe",
                "Unsafe permissions found for script '" + file.target() + "'" + (disabled ? " - disabling." : "."),
                unsafe);
        return disabled ? Verdict.INSECURE : Verdict.USABLE;
    }

    private void say(String code, String line, String detail) {
        scope.findings().notice(command.place.untold(), code, line).because(detail);
    }

    /** The first executable of this name in PATH, as execvp(3) looks for it; null when there is none, which is reported. */
    private String onPath(String program) {
        String path = facts.environment("PATH");
        String searched = path == null ? DEFAULT_PATH : path;
        boolean refused = false;
        for (String directory : searched.split(":", -1)) {
            String candidate = (directory.isEmpty() ? "." : directory) + "/" + program;
            FileFacts file = facts.file(candidate);
            if (file.error() == null && file.regular()) {
                if (closedDirectory(file.target()) == null && file.executableBy(uid, gid)) {
                    say("script-path-search", "WARNING - script `" + program + "` resolved by path search to `"
                            + candidate + "`. Please specify full path.", null);
                    return candidate;
                }
                refused = true;
            }
        }
        say("script-not-found",
                (refused ? "Permissions failure for" : "Cannot find") + " script " + program + " in path - disabling",
                "PATH is " + searched + ": write the full path of " + program);
        return null;
    }

    /** The outermost component that is missing, when that is not the file itself. */
    private String missing(String program, String error) {
        if (!error.equals(MISSING)) {
            return null;
        }
        for (String part : components(program)) {
            if (!part.equals(program) && MISSING.equals(facts.file(part).error())) {
                return part + " does not exist";
            }
        }
        return null;
    }

    /** The outermost directory that the account may not enter; null when it may enter all. */
    private String closedDirectory(String target) {
        if (uid == ROOT) {
            return null;
        }
        for (String part : components(target)) {
            FileFacts file = facts.file(part);
            if (!part.equals(target) && file.directory() && !file.executableBy(uid, gid)) {
                return described(part, file) + ": user " + command.account.name() + " may not enter it: chmod o+x "
                        + part;
            }
        }
        return null;
    }

    /** The outermost component that somebody other than root could change; null when there is none. */
    private String unsafeComponent(FileFacts file) {
        String found = unsafeOn(file.realPath());
        return found != null || file.target().equals(file.realPath()) ? found : unsafeOn(file.target());
    }

    private String unsafeOn(String path) {
        for (String part : components(path)) {
            FileFacts file = facts.file(part);
            if (file.error() != null) {
                return part + ": " + file.error();
            }
            if (file.uid() != ROOT) {
                return described(part, file) + ": root runs the script, so root must own it: chown root " + part;
            }
            boolean sticky = file.directory() && (file.mode() & STICKY) != 0;
            if (!sticky && (file.mode() & OTHERS_WRITE) != 0) {
                return described(part, file) + ": everybody may write it: chmod o-w " + part;
            }
            if (!sticky && (file.mode() & GROUP_WRITE) != 0 && file.gid() != ROOT) {
                return described(part, file) + ": group " + facts.groupName(file.gid()) + " may write it: chmod g-w "
                        + part;
            }
        }
        return null;
    }

    /** The root, each directory on the way, the path itself. */
    private static List<String> components(String path) {
        List<String> components = new ArrayList<>();
        components.add("/");
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            components.add(path.substring(0, slash));
        }
        if (path.length() > 1) {
            components.add(path);
        }
        return components;
    }

    private String described(String path, FileFacts file) {
        return path + " (mode " + String.format("%04o", file.mode()) + ", owner " + facts.userName(file.uid()) + ":"
                + facts.groupName(file.gid()) + ")";
    }
}
