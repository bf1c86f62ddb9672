package org.jkeepalived.health;

/** What became of a notification. keepalived says nothing of these, so the words are our own. */
public sealed interface NotifyEvent {
    /** The request. */
    NotifyRequest request();

    /** The log line; empty when there is none to write. */
    String logLine();

    /** A script ended. Logged unless it succeeded. */
    record Finished(NotifyRequest request, ScriptCommand command, ExitStatus status) implements NotifyEvent {
        @Override
        public String logLine() {
            return switch (status) {
                case ExitStatus.Exited(int code) ->
                        code == 0 ? "" : prefix(request, command) + " exited with status " + code;
                case ExitStatus.Signalled(int signo) -> prefix(request, command) + " exited due to signal " + signo;
            };
        }
    }

    /** A newer state came before this one's scripts could start; they are not run. */
    record Superseded(NotifyRequest request, NotifyState by) implements NotifyEvent {
        @Override
        public String logLine() {
            return "(" + request.target().name() + ") scripts of " + request.state() + " are skipped, the state is now "
                    + by;
        }
    }

    /** A script was still running long after a newer state came and is ended. */
    record Overdue(NotifyRequest request, ScriptCommand command) implements NotifyEvent {
        @Override
        public String logLine() {
            return prefix(request, command) + " still runs while the scripts of the next state wait: it is ended";
        }
    }

    /** A script still ran when this host had to hear that it is MASTER no more; both run now. */
    record StartedBeside(NotifyRequest request, ScriptCommand command, NotifyState next) implements NotifyEvent {
        @Override
        public String logLine() {
            return prefix(request, command) + " still runs, those of " + next + " start beside it";
        }
    }

    /** A script could not be started. */
    record CannotRun(NotifyRequest request, ScriptCommand command, Diagnosis diagnosis) implements NotifyEvent {
        @Override
        public String logLine() {
            return "(" + request.target().name() + ") script of " + request.state() + " " + diagnosis.text();
        }
    }

    private static String prefix(NotifyRequest request, ScriptCommand command) {
        return "(" + request.target().name() + ") script '" + command.text() + "' of " + request.state();
    }
}
