package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.draft.Tracker;
import org.jkeepalived.config.host.FileFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program must be there and executable; one that runs as root must not be changeable by anybody else. Without enable_script_security such a
 * program runs all the same, with a security finding.
 */
final class ScriptFileRule {
    private static final int OTHERS_WRITE = 002;
    private static final int GROUP_WRITE = 020;
    private static final int STICKY = 01000;

    private enum Verdict {
        USABLE,
        NOT_FOUND,
        NOT_EXECUTABLE,
        INSECURE
    }

    private boolean anyAsRoot;
    private boolean anyInsecure;

    void apply(Scope scope) {
        for (ScriptDraft script : new ArrayList<>(scope.draft().scripts.values())) {
            Verdict verdict = check(script.command, scope);
            if (verdict == Verdict.NOT_FOUND) {
                scope.findings().warning(null, "script-disabled",
                        "Disabling track script " + script.name + " since not found/accessible");
            } else if (verdict == Verdict.INSECURE) {
                scope.findings().warning(null, "script-disabled",
                        "Disabling track script " + script.name + " due to insecure");
            }
            if (verdict != Verdict.USABLE) {
                scope.draft().scripts.remove(script.name);
                trackers(scope).forEach(tracker -> tracker.tracking().scripts.remove(script.name));
            }
        }
        for (CommandDraft command : scope.draft().notifyCommands()) {
            if (!command.unusable) {
                Verdict verdict = check(command, scope);
                command.unusable = verdict != Verdict.USABLE;
                if (verdict == Verdict.INSECURE) {
                    scope.findings().notice(null, "script-disabled",
                            "Disabling notify script " + command.quoted() + " due to insecure");
                }
            }
        }
        if (anyAsRoot && !scope.global().scriptSecurity) {
            scope.findings().security(null, "script-security",
                    "SECURITY VIOLATION - scripts are being executed but script_security not enabled."
                            + (anyInsecure ? " There are insecure scripts." : ""));
        }
        removeUnused(scope);
    }

    private static void removeUnused(Scope scope) {
        Set<String> used = trackers(scope).flatMap(tracker -> tracker.tracking().scripts.keySet().stream())
                .collect(Collectors.toSet());
        scope.draft().scripts.values().removeIf(script -> {
            boolean unused = !used.contains(script.name);
            if (unused) {
                scope.findings().notice(null, "unused-script", "Warning - script " + script.name + " is not used");
            }
            return unused;
        });
    }

    private static Stream<Tracker> trackers(Scope scope) {
        return Stream.concat(scope.draft().instances.values().stream(), scope.draft().syncGroups.values().stream());
    }

    private Verdict check(CommandDraft command, Scope scope) {
        String program = command.arguments.getFirst();
        if (program.indexOf('/') < 0) {
            String found = onPath(program, scope);
            if (found == null) {
                scope.findings().notice(null, "script-not-found",
                        "Script " + program + " cannot be accessed - No such file or directory");
                return Verdict.NOT_FOUND;
            }
            scope.findings().notice(null, "script-path-search",
                    "WARNING - script `" + program + "` resolved by path search to `" + found
                            + "`. Please specify full path.");
            program = found;
        }
        FileFacts file = scope.facts().file(program);
        if (file.error() != null) {
            scope.findings().notice(null, "script-not-found",
                    "Script " + program + " cannot be accessed - " + file.error());
            return Verdict.NOT_FOUND;
        }
        command.arguments.set(0, file.realPath());
        int uid = command.account.uid();
        int gid = command.account.gid();
        if (!file.regular()) {
            return Verdict.INSECURE;
        }
        boolean insecure = uid == 0 && changeable(file.realPath(), scope);
        if (insecure && scope.global().scriptSecurity) {
            return Verdict.INSECURE;
        }
        anyInsecure |= insecure;
        anyAsRoot |= uid == 0;
        if (!file.executableBy(uid, gid)) {
            scope.findings().notice(null, "script-not-executable",
                    "WARNING - script '" + file.realPath() + "' is not executable for uid:gid " + uid + ":" + gid
                            + " - disabling.");
            return Verdict.NOT_EXECUTABLE;
        }
        return Verdict.USABLE;
    }

    private static String onPath(String program, Scope scope) {
        String path = scope.facts().environment("PATH");
        for (String directory : List.of((path == null ? "/bin:/usr/bin" : path).split(":"))) {
            String candidate = directory + "/" + program;
            FileFacts file = scope.facts().file(candidate);
            if (file.error() == null && file.regular()) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether the file or a directory above it could be changed by anybody but root; a sticky directory protects what root owns in it. */
    private static boolean changeable(String path, Scope scope) {
        for (String part = path; !part.isEmpty(); part = part.substring(0, part.lastIndexOf('/'))) {
            FileFacts file = scope.facts().file(part);
            boolean writable = (file.mode() & OTHERS_WRITE) != 0 || (file.mode() & GROUP_WRITE) != 0 && file.gid() != 0;
            boolean protectedBySticky = file.directory() && (file.mode() & STICKY) != 0;
            if (file.error() != null || file.uid() != 0 || writable && !protectedBySticky) {
                return true;
            }
        }
        return false;
    }
}
