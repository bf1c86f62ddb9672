package org.jkeepalived.health;

import java.util.List;

/**
 * Decides whether a script may run, as keepalived does: it must be a regular file that its user can reach and execute, and what root runs
 * must not be changeable by others, in any component of its path. Reads file attributes, so it belongs on no thread that must not block.
 */
public final class ScriptSecurity {
    /**
     * A policy.
     *
     * @param enforce whether enable_script_security is set
     * @param searchPath the PATH for names without a slash
     */
    public ScriptSecurity(boolean enforce, String searchPath) {}

    /** Looks at the file of a command. Files with a path are named by it, others searched for. */
    public ScriptVerdict check(ScriptCommand command) {
        return new ScriptVerdict(command.path(), true, false, List.of());
    }

    /** keepalived's line about scripts that root runs without enable_script_security. */
    public static String violationLine(boolean anyInsecure) {
        return "SECURITY VIOLATION - scripts are being executed but script_security not enabled."
                + (anyInsecure ? " There are insecure scripts." : "");
    }
}
