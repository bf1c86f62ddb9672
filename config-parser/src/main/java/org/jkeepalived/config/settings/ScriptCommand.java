package org.jkeepalived.config.settings;

import java.util.List;

/**
 * A program to run.
 *
 * @param arguments argv, the program's path first; never empty
 * @param user login name it runs as
 * @param uid its user id
 * @param gid its group id
 */
public record ScriptCommand(List<String> arguments, String user, int uid, int gid) {
    public ScriptCommand {
        arguments = List.copyOf(arguments);
    }

    /** The program's path. */
    public String program() {
        return arguments.getFirst();
    }

    /** Whether these are words of a check for the shell: {@code </dev/tcp/192.0.2.1/80} asks whether something can be opened. */
    public static boolean isForShell(List<String> arguments) {
        return arguments.getFirst().startsWith("</");
    }

    /** Whether the shell runs it. */
    public boolean isForShell() {
        return isForShell(arguments);
    }

    /** What the shell is to run: the first word as it is, the others for what they are. */
    public String shellText() {
        StringBuilder text = new StringBuilder(arguments.getFirst());
        for (String argument : arguments.subList(1, arguments.size())) {
            text.append(" '").append(argument.replace("'", "'\\''")).append('\'');
        }
        return text.toString();
    }

    /** The command as keepalived's dumps print it: each word in single quotes, separated by blanks; of one for the shell all but the first. */
    public String quoted() {
        String first = isForShell() ? arguments.getFirst() : "'" + arguments.getFirst() + "'";
        return arguments.size() == 1
                ? first
                : first + " '" + String.join("' '", arguments.subList(1, arguments.size())) + "'";
    }
}
