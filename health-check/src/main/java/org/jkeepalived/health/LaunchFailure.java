package org.jkeepalived.health;

/** The kernel refused to execute a program (execve(2)). */
public final class LaunchFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, as far as it matters to an operator. */
    public enum Kind {
        /** ENOENT, ENOTDIR: the file, a directory of its path or its interpreter does not exist. */
        NOT_FOUND(127),
        /** EACCES, EPERM, EISDIR: the file may not be executed by this user. */
        NOT_EXECUTABLE(126),
        /** ENOEXEC: neither a binary of this machine nor a script with an interpreter line. */
        EXEC_FORMAT(127),
        /** Anything else, such as ENOMEM, EAGAIN, E2BIG, ETXTBSY. */
        OTHER(127);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        /** The status that a shell gives a command it cannot run this way; it stands for the run that did not happen. */
        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;
    private final String errnoText;

    /**
     * A refusal.
     *
     * @param errnoText the system's text, such as "Exec format error"
     */
    public LaunchFailure(Kind kind, String errnoText) {
        super(errnoText);
        this.kind = kind;
        this.errnoText = errnoText;
    }

    /** The class of the refusal. */
    public Kind kind() {
        return kind;
    }

    /** The system's text for the error number. */
    public String errnoText() {
        return errnoText;
    }
}
