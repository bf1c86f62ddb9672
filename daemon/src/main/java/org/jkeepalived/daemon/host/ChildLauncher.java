package org.jkeepalived.daemon.host;

import java.util.List;
import org.jkeepalived.health.ExitStatus;
import org.jkeepalived.health.LaunchFailure;
import org.jkeepalived.health.RunningScript;
import org.jkeepalived.health.ScriptCommand;
import org.jkeepalived.health.ScriptLauncher;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.process.Child;
import org.jkeepalived.netlink.process.ChildProcesses;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.process.SpawnRequest;
import org.jkeepalived.netlink.process.UserAccount;

/** Starts scripts as children of this process. Any thread but the loop's; the means are made with the first script. */
public final class ChildLauncher implements ScriptLauncher {

    private static final int FIRST_PROCESS = 1;

    private ChildProcesses children;

    @Override
    public RunningScript launch(ScriptCommand command, ExitListener listener) throws LaunchFailure {
        // A daemon that is not root cannot start a script as root, which is the user of scripts for which nobody named one.
        int own = OwnProcess.effectiveUid();
        boolean ourselves = command.uid() == own || command.uid() == 0 && own != 0;
        UserAccount user = ourselves
                ? null
                : new UserAccount(Integer.toString(command.uid()), command.uid(), command.gid(),
                        command.supplementaryGids().isEmpty() ? List.of(command.gid()) : command.supplementaryGids());
        SpawnRequest request = new SpawnRequest(command.argv(), SpawnRequest.inheritedEnvironment(), user, "/",
                SpawnRequest.Output.DISCARD);
        try {
            ChildProcesses means = children();
            Child child = means.start(request, (_, status) -> listener.exited(map(status)));
            return new Running(means, child);
        } catch (SystemCallException e) {
            throw new LaunchFailure(kind(e.errno()), Errno.text(e.errno()));
        }
    }

    /** From now on also waits for processes that were left to this one, where it is the first of a container. */
    public void adoptOrphans() throws SystemCallException {
        if (OwnProcess.pid() == FIRST_PROCESS) {
            children();
        }
    }

    private synchronized ChildProcesses children() throws SystemCallException {
        if (children == null) {
            children = ChildProcesses.open();
        }
        return children;
    }

    private static ExitStatus map(org.jkeepalived.netlink.process.ExitStatus status) {
        return switch (status) {
            case org.jkeepalived.netlink.process.ExitStatus.Exited(int code) -> new ExitStatus.Exited(code);
            case org.jkeepalived.netlink.process.ExitStatus.Killed(int signal, _) -> new ExitStatus.Signalled(signal);
        };
    }

    private static LaunchFailure.Kind kind(int errno) {
        if (errno == Errno.ENOENT || errno == Errno.ENOTDIR) {
            return LaunchFailure.Kind.NOT_FOUND;
        }
        if (errno == Errno.EACCES || errno == Errno.EPERM) {
            return LaunchFailure.Kind.NOT_EXECUTABLE;
        }
        return errno == Errno.ENOEXEC ? LaunchFailure.Kind.EXEC_FORMAT : LaunchFailure.Kind.OTHER;
    }

    private record Running(ChildProcesses means, Child child) implements RunningScript {
        @Override
        public long pid() {
            return child.pid();
        }

        @Override
        public boolean signalGroup(int signo) {
            return means.signalGroup(child, signo) == Errno.NONE;
        }
    }
}
