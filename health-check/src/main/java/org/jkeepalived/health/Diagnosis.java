package org.jkeepalived.health;

/**
 * Why a script cannot do its work, and the likeliest fix.
 *
 * @param cause the class of cause, by which repetitions are recognised
 * @param path the program
 * @param mode the program's permissions as four octal digits, empty when they cannot be read
 * @param user the account it runs as
 * @param problem what is wrong, such as "Exec format error"
 * @param fix the likeliest fix, empty when none is known
 */
public record Diagnosis(Cause cause, String path, String mode, String user, String problem, String fix) {
    /** The class of cause. */
    public enum Cause {
        /** The kernel refused to execute it. */
        LAUNCH,
        /** Exit status 127: something that it calls was not found. */
        COMMAND_NOT_FOUND,
        /** Exit status 126: something that it calls could not be executed. */
        COMMAND_NOT_EXECUTABLE,
        /** It was ended because it ran longer than its timeout. */
        TIMEOUT
    }

    /** One line: what, with which mode and user, why, fix. */
    public String text() {
        var line = new StringBuilder(cause == Cause.TIMEOUT ? "was killed: " : "cannot run: ").append(path)
                .append(" (");
        if (!mode.isEmpty()) {
            line.append("mode ").append(mode).append(", ");
        }
        line.append("user ").append(user).append("): ").append(problem);
        return fix.isEmpty() ? line.toString() : line.append(" - ").append(fix).toString();
    }
}
