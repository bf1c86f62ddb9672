package org.jkeepalived.health;

import java.util.List;

/**
 * A program to execute directly (never through a shell) and the identity to execute it with.
 *
 * @param argv the program's path first, then its arguments; never empty
 * @param uid numeric user the program runs as
 * @param gid numeric primary group the program runs as
 * @param supplementaryGids the complete list of supplementary groups; empty means {@code gid} alone
 * @param text the command as an operator reads it in logs and dumps
 */
public record ScriptCommand(List<String> argv, int uid, int gid, List<Integer> supplementaryGids, String text) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when {@code argv} is empty
     */
    public ScriptCommand {
        argv = List.copyOf(argv);
        supplementaryGids = List.copyOf(supplementaryGids);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    /** A command without supplementary groups whose text is its words joined by blanks. */
    public static ScriptCommand of(List<String> argv, int uid, int gid) {
        return new ScriptCommand(argv, uid, gid, List.of(), String.join(" ", argv));
    }

    /** The program's path. */
    public String path() {
        return argv.getFirst();
    }

    /** The same command with more arguments at its end; the text stays. */
    public ScriptCommand withArguments(List<String> more) {
        var all = new java.util.ArrayList<>(argv);
        all.addAll(more);
        return new ScriptCommand(all, uid, gid, supplementaryGids, text);
    }
}
