package org.jkeepalived.health;

import java.util.ArrayList;
import java.util.List;

/** A launcher whose processes end when the test says so. */
final class FakeLauncher implements ScriptLauncher {
    final List<FakeProcess> started = new ArrayList<>();
    LaunchFailure refusal;
    Error mistake;

    static final class FakeProcess implements RunningScript {
        final ScriptCommand command;
        final ExitListener listener;
        final List<Integer> signals = new ArrayList<>();
        boolean ended;

        FakeProcess(ScriptCommand command, ExitListener listener) {
            this.command = command;
            this.listener = listener;
        }

        void exit(int code) {
            end(new ExitStatus.Exited(code));
        }

        void die(int signo) {
            end(new ExitStatus.Signalled(signo));
        }

        private void end(ExitStatus status) {
            ended = true;
            listener.exited(status);
        }

        @Override
        public long pid() {
            return 1;
        }

        @Override
        public boolean signalGroup(int signo) {
            signals.add(signo);
            return !ended;
        }

        @Override
        public String toString() {
            return String.join(" ", command.argv());
        }
    }

    @Override
    public RunningScript launch(ScriptCommand command, ExitListener listener) throws LaunchFailure {
        if (mistake != null) {
            throw mistake;
        }
        if (refusal != null) {
            throw refusal;
        }
        var process = new FakeProcess(command, listener);
        started.add(process);
        return process;
    }

    FakeProcess last() {
        return started.getLast();
    }

    List<String> running() {
        return started.stream().filter(process -> !process.ended).map(FakeProcess::toString).toList();
    }

    List<String> all() {
        return started.stream().map(FakeProcess::toString).toList();
    }
}
