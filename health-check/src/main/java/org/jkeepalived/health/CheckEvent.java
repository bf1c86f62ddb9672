package org.jkeepalived.health;

/** What happened to a check. Every event but {@link ResultChanged} is worth a log line, in keepalived's words where it has some. */
public sealed interface CheckEvent {
    /** The name of the check. */
    String check();

    /** The log line; empty when there is none to write. */
    String logLine();

    /** The exit status differs from the last one. */
    record ReturnCodeChanged(String check, int code) implements CheckEvent {
        @Override
        public String logLine() {
            return "Script `" + check + "` now returning " + code;
        }
    }

    /** The check became good. */
    record Succeeded(String check) implements CheckEvent {
        @Override
        public String logLine() {
            return "VRRP_Script(" + check + ") succeeded";
        }
    }

    /** The check became bad because of this status. */
    record Failed(String check, ExitStatus status) implements CheckEvent {
        @Override
        public String logLine() {
            return "VRRP_Script(" + check + ") failed " + switch (status) {
                case ExitStatus.Exited(int code) -> "(exited with status " + code + ")";
                case ExitStatus.Signalled(int signo) -> "(due to signal " + signo + ")";
            };
        }
    }

    /** The check became bad because it ran longer than its timeout. */
    record TimedOut(String check) implements CheckEvent {
        @Override
        public String logLine() {
            return "VRRP_Script(" + check + ") timed_out";
        }
    }

    /**
     * A run was due while the last one had not ended.
     *
     * @param terminating whether the last one is over its timeout and being ended
     */
    record AlreadyRunning(String check, boolean terminating) implements CheckEvent {
        @Override
        public String logLine() {
            return "Track script " + check + (terminating ? " is being timed out" : " is already running")
                    + ", expect idle - skipping run";
        }
    }

    /** A reload kept what was known; it stands until the next result. */
    record AssumedOnReload(String check, boolean successful) implements CheckEvent {
        @Override
        public String logLine() {
            return "VRRP_Script(" + check + ") considered " + (successful ? "successful" : "unsuccessful")
                    + " on reload";
        }
    }

    /** The check did not say "bad", it could not say anything. Once per check and cause until it runs again or is reloaded. */
    record CannotRun(String check, Diagnosis diagnosis) implements CheckEvent {
        @Override
        public String logLine() {
            return "VRRP_Script(" + check + ") " + diagnosis.text();
        }
    }

    /** The result that VRRP acts on changed. It follows the other events of the same run. */
    record ResultChanged(String check, CheckResult result) implements CheckEvent {
        @Override
        public String logLine() {
            return "";
        }
    }
}
