package org.jkeepalived.netlink.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.SignalReceiver;
import org.jkeepalived.netlink.process.SpawnRequest.Output;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessesTest {
    private final BlockingQueue<ExitStatus> exits = new LinkedBlockingQueue<>();
    private final ChildProcesses children;
    @TempDir
    Path directory;

    ChildProcessesTest() throws Exception {
        children = ChildProcesses.open();
    }

    @AfterEach
    void close() {
        children.close();
    }

    private Child start(SpawnRequest request) throws SystemCallException {
        return children.start(request, (_, status) -> exits.add(status));
    }

    private ExitStatus run(SpawnRequest request) throws Exception {
        start(request);
        return next();
    }

    private ExitStatus next() throws InterruptedException {
        return exits.poll(10, TimeUnit.SECONDS);
    }

    /** What the shell command prints. */
    private String output(String command, UserAccount user, Map<String, String> environment) throws Exception {
        Path file = directory.resolve("output");
        Files.writeString(file, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(new ExitStatus.Exited(0),
                run(new SpawnRequest(List.of("/bin/sh", "-c", "(" + command + ") >" + file), environment, user, null,
                        Output.DISCARD)));
        return Files.readString(file).strip();
    }

    private String output(String command) throws Exception {
        return output(command, null, SpawnRequest.inheritedEnvironment());
    }

    private Path script(String text, String mode) throws Exception {
        Path script = directory.resolve("script");
        Files.writeString(script, text);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString(mode));
    }

    @Test
    void theExitCodeIsTold() throws Exception {
        assertEquals(new ExitStatus.Exited(7), run(new SpawnRequest(List.of("/bin/sh", "-c", "exit 7"))));
    }

    @Test
    void theSignalThatEndedAChildIsTold() throws Exception {
        assertEquals(new ExitStatus.Killed(SignalReceiver.SIGTERM, false),
                run(new SpawnRequest(List.of("/bin/sh", "-c", "kill -TERM $$"))));
    }

    @Test
    void aGroupIsSignalledWithItsGrandchildren() throws Exception {
        Child child = start(new SpawnRequest(List.of("/bin/sh", "-c", "sleep 100; exit 1")));
        assertEquals(Errno.NONE, children.signalGroup(child, SignalReceiver.SIGKILL));
        assertEquals(new ExitStatus.Killed(SignalReceiver.SIGKILL, false), next());
    }

    @Test
    void manyChildrenAreToldApart() throws Exception {
        for (int code = 0; code < 20; code++) {
            int expected = code;
            children.start(new SpawnRequest(List.of("/bin/sh", "-c", "exit " + code)), (child, status) -> {
                assertEquals(new ExitStatus.Exited(expected), status);
                exits.add(new ExitStatus.Exited((int) child.id()));
            });
        }
        long sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += ((ExitStatus.Exited) next()).code();
        }
        assertEquals(210, sum);
    }

    @Test
    void aProgramThatIsNotThereIsToldApartFromOneThatFails() {
        SystemCallException failure = assertThrows(SystemCallException.class,
                () -> start(new SpawnRequest(List.of("/nonexistent/program"))));
        assertEquals(Errno.ENOENT, failure.errno());
        assertEquals("exec /nonexistent/program: No such file or directory (ENOENT)", failure.getMessage());
    }

    @Test
    void aFileThatIsNotExecutableIsToldApartFromOneThatFails() throws Exception {
        Path script = script("#!/bin/sh\nexit 0\n", "rw-r--r--");
        SystemCallException failure = assertThrows(SystemCallException.class,
                () -> start(new SpawnRequest(List.of(script.toString()))));
        assertEquals(Errno.EACCES, failure.errno());
    }

    @Test
    void aFileWithoutAnInterpreterLineIsRefusedAndNotGivenToAShell() throws Exception {
        Path script = script("!/bin/bash\nexit 0\n", "rwxr-xr-x");
        SystemCallException failure = assertThrows(SystemCallException.class,
                () -> start(new SpawnRequest(List.of(script.toString()))));
        assertEquals(Errno.ENOEXEC, failure.errno());
    }

    @Test
    void soItIsForAnotherUser() throws Exception {
        Path script = script("!/bin/bash\nexit 0\n", "rwxr-xr-x");
        UserAccount nobody = new UserAccount("nobody", 65534, 65534, List.of(65534));
        for (var expected : Map.of(script.toString(), Errno.ENOEXEC, "/nonexistent/program", Errno.ENOENT).entrySet()) {
            SpawnRequest request = new SpawnRequest(List.of(expected.getKey()), SpawnRequest.inheritedEnvironment(),
                    nobody, "/", SpawnRequest.Output.DISCARD);
            assertEquals(expected.getValue(), assertThrows(SystemCallException.class, () -> start(request)).errno());
        }
    }

    @Test
    void aChildLeadsAGroupOfItsOwn() throws Exception {
        // pid (comm) state ppid pgrp
        String[] stat = output("read -r line </proc/self/stat; echo $$ $line").split(" ");
        assertEquals(stat[0], stat[5]);
    }

    @Test
    void aChildHasNoBlockedAndNoIgnoredSignals() throws Exception {
        String status = output("grep -E '^Sig(Blk|Ign)' /proc/self/status");
        for (String line : status.split("\n")) {
            assertTrue(line.endsWith("\t0000000000000000"), status);
        }
    }

    @Test
    void aChildInheritsNoDescriptors() throws Exception {
        assertEquals("0 1 2 3", output("ls /proc/self/fd | tr '\\n' ' '"), "3 is ls's own");
    }

    @Test
    void aChildsInputIsEmpty() throws Exception {
        assertEquals("0", output("wc -c"));
    }

    @Test
    void theEnvironmentIsWhatWasAskedFor() throws Exception {
        assertEquals("x=1", output("env | grep -E '^(x|HOME)='", null, Map.of("x", "1")));
    }

    @Test
    void bytesThatAreNoUtf8ReachAChildAsTheyAre() throws Exception {
        assertEquals("d6 f7 2d e4 b8 bb", output("printf %s '\udcd6\udcf7-\u4e3b' | od -An -tx1"));
        assertEquals("b5",
                output("printf %s \"$ODD\" | od -An -tx1", null, Map.of("ODD", "\udcb5", "PATH", "/bin:/usr/bin")));
    }

    @Test
    void whatTheLauncherAndTheServiceManagerMeantForThisProcessIsNotInherited() {
        Map<String, String> kept = ChildEnvironment
                .withoutOurs(Map.of("_JAVA_SR_SIGNUM", "60", "JKEEPALIVED_HOME", "/", "JAVA_HOME", "/usr", "PATH",
                        "/bin", "NOTIFY_SOCKET", "/run/systemd/notify", "WATCHDOG_USEC", "1", "WATCHDOG_PID", "2"));
        assertEquals(Map.of("JAVA_HOME", "/usr", "PATH", "/bin"), kept);
    }

    @Test
    void theDirectoryIsWhatWasAskedFor() throws Exception {
        assertEquals(new ExitStatus.Exited(0), run(new SpawnRequest(List.of("/bin/sh", "-c", "test \"$PWD\" = /usr"),
                SpawnRequest.inheritedEnvironment(), null, "/usr", Output.DISCARD)));
    }

    @Test
    void anotherUserHasItsOwnGroupsAndNoPrivileges() throws Exception {
        assumeTrue(OwnProcess.effectiveUid() == 0, "changing the user needs root");
        UserAccount user = new UserAccount("nobody", 65534, 65534, List.of(65534, 12345));
        String ids = output("id -ru; id -u; id -rg; id -G; grep CapEff /proc/self/status", user,
                SpawnRequest.inheritedEnvironment());
        assertEquals("65534\n65534\n65534\n65534 12345\nCapEff:\t0000000000000000", ids);
    }
}
