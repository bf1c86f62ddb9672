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

    /** The command as keepalived's dumps print it: each word in single quotes, separated by blanks. */
    public String quoted() {
        return "'" + String.join("' '", arguments) + "'";
    }
}
