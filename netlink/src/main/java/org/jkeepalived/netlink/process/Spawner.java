package org.jkeepalived.netlink.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;

/**
 * posix_spawn(3) of one program.
 *
 * <p>Another user is left to setpriv(1). A thread that dropped its own privileges to spawn would save a millisecond, but
 * while it runs its new user may signal it, and a fatal signal for one thread ends the whole process.
 *
 * <p>A file that the kernel cannot execute is an error, as it is for keepalived. To give it to a shell, as shells and execvp(3) do,
 * would run a script with a broken first line from its second line on.
 */
final class Spawner {
    private static final int ATTRIBUTES_SIZE = 336;
    private static final int FILE_ACTIONS_SIZE = 80;
    private static final int SIGSET_SIZE = 128;
    private static final int POSIX_SPAWN_SETPGROUP = 0x02;
    private static final int POSIX_SPAWN_SETSIGDEF = 0x04;
    private static final int POSIX_SPAWN_SETSIGMASK = 0x08;
    private static final int FIRST_OTHER_DESCRIPTOR = 3;
    private static final List<String> SETPRIV = List.of("/usr/bin/setpriv", "/bin/setpriv", "/usr/sbin/setpriv");

    private static final byte[] ELF_MAGIC = {0x7f, 'E', 'L', 'F'};

    private static final Libc LIBC = Libc.get();
    private static final Memory NULL_DEVICE = Memory.ofString("/dev/null");

    private Spawner() {}

    /** The new process's number. */
    static int spawn(SpawnRequest request) throws SystemCallException {
        List<String> arguments = asUser(request);
        if (arguments != request.arguments()) {
            refuseWhatSetprivWouldInterpret(request);
        }
        int result = execute(request, arguments);
        if (Libc.failed(result)) {
            throw new SystemCallException("exec", request.program(), -result);
        }
        return result;
    }

    /** setpriv is one of those that give to a shell what the kernel refuses. */
    private static void refuseWhatSetprivWouldInterpret(SpawnRequest request) throws SystemCallException {
        byte[] head;
        try (InputStream in = Files.newInputStream(Path.of(request.program()))) {
            head = in.readNBytes(ELF_MAGIC.length);
        } catch (NoSuchFileException missing) {
            throw new SystemCallException("exec", request.program(), Errno.ENOENT);
        } catch (IOException unreadable) {
            // Whether it can be executed all the same is the kernel's to say.
            return;
        }
        boolean script = head.length >= 2 && head[0] == '#' && head[1] == '!';
        if (!script && !Arrays.equals(head, ELF_MAGIC)) {
            throw new SystemCallException("exec", request.program(), Errno.ENOEXEC);
        }
    }

    private static List<String> asUser(SpawnRequest request) throws SystemCallException {
        UserAccount user = request.user();
        if (user == null || user.uid() == 0 && OwnProcess.effectiveUid() == 0 && user.gid() == 0) {
            return request.arguments();
        }
        String setpriv = SETPRIV.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new SystemCallException("exec", "setpriv", Errno.ENOENT));
        List<String> arguments = new ArrayList<>();
        arguments.add(setpriv);
        arguments.add("--reuid=" + Integer.toUnsignedString(user.uid()));
        arguments.add("--regid=" + Integer.toUnsignedString(user.gid()));
        arguments.add(user.groups().isEmpty()
                ? "--clear-groups"
                : "--groups=" + user.groups().stream().map(Integer::toUnsignedString).collect(Collectors.joining(",")));
        arguments.add("--");
        arguments.addAll(request.arguments());
        return arguments;
    }

    /** The process's number or a negated errno. */
    private static int execute(SpawnRequest request, List<String> arguments) {
        Memory pid = Memory.allocate(4);
        Memory actions = Memory.allocate(FILE_ACTIONS_SIZE);
        Memory attributes = attributes();
        Memory path = Memory.ofString(arguments.getFirst());
        Memory directory = request.directory() == null ? null : Memory.ofString(request.directory());
        Memory argv = ChildEnvironment.pointerArray(arguments.toArray(String[]::new));
        Memory envp = ChildEnvironment.pointerArray(ChildEnvironment.strings(request.environment()));
        LIBC.posix_spawn_file_actions_init(actions.address());
        LIBC.posix_spawn_file_actions_addopen(actions.address(), 0, NULL_DEVICE.address(), Linux.O_RDONLY, 0);
        if (request.output() == SpawnRequest.Output.DISCARD) {
            LIBC.posix_spawn_file_actions_addopen(actions.address(), 1, NULL_DEVICE.address(), Linux.O_RDWR, 0);
            LIBC.posix_spawn_file_actions_adddup2(actions.address(), 1, 2);
        }
        if (directory != null) {
            LIBC.posix_spawn_file_actions_addchdir_np(actions.address(), directory.address());
        }
        // Without this function every descriptor of ours is close-on-exec all the same; so are the JVM's.
        LIBC.posix_spawn_file_actions_addclosefrom_np(actions.address(), FIRST_OTHER_DESCRIPTOR);
        int result = LIBC.posix_spawn(pid.address(), path.address(), actions.address(), attributes.address(),
                argv.address(), envp.address());
        LIBC.posix_spawn_file_actions_destroy(actions.address());
        actions.keepAlive();
        path.keepAlive();
        argv.keepAlive();
        envp.keepAlive();
        attributes.keepAlive();
        if (directory != null) {
            directory.keepAlive();
        }
        return Libc.failed(result) ? result : pid.getInt(0);
    }

    private static Memory attributes() {
        Memory attributes = Memory.allocate(ATTRIBUTES_SIZE);
        Memory none = Memory.allocate(SIGSET_SIZE);
        Memory all = Memory.allocate(SIGSET_SIZE);
        all.putLong(0, -1L);
        LIBC.posix_spawnattr_init(attributes.address());
        LIBC.posix_spawnattr_setflags(attributes.address(),
                POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
        LIBC.posix_spawnattr_setpgroup(attributes.address(), 0);
        LIBC.posix_spawnattr_setsigmask(attributes.address(), none.address());
        LIBC.posix_spawnattr_setsigdefault(attributes.address(), all.address());
        none.keepAlive();
        all.keepAlive();
        return attributes;
    }
}
