package org.jkeepalived.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptDoctorTest {
    @TempDir
    Path directory;
    private ScriptDoctor doctor;

    @BeforeEach
    void accounts() throws IOException {
        Path passwd = Files.writeString(directory.resolve("passwd"),
                "root:x:0:0:root:/root:/bin/bash\nweb:x:33:33::/:/bin/sh\n");
        doctor = new ScriptDoctor(new AccountNames(passwd), directory.resolve("enforce"));
    }

    private ScriptCommand script(String content, String mode) throws IOException {
        Path file = directory.resolve("check.sh");
        Files.writeString(file, content, StandardCharsets.ISO_8859_1);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return ScriptCommand.of(List.of(file.toString()), 33, 33);
    }

    private Diagnosis execFormat(String content) throws IOException {
        return doctor.launchFailed(script(content, "rwxr-xr-x"),
                new LaunchFailure(LaunchFailure.Kind.EXEC_FORMAT, "Exec format error"));
    }

    private Diagnosis notFound(String content) throws IOException {
        return doctor.launchFailed(script(content, "rwxr-xr-x"),
                new LaunchFailure(LaunchFailure.Kind.NOT_FOUND, "No such file or directory"));
    }

    @Test
    void aLostHashIsSeen() throws IOException {
        var diagnosis = execFormat("!/bin/bash\nexit 0\n");
        assertEquals("first line is `!/bin/bash`: `#` is missing, write `#!/bin/bash`", diagnosis.fix());
        assertEquals("cannot run: " + directory.resolve("check.sh")
                + " (mode 0755, user web): Exec format error - first line is `!/bin/bash`: `#` is missing, write `#!/bin/bash`",
                diagnosis.text());
    }

    @Test
    void aLostBangAndAStrayBlankAreSeen() throws IOException {
        assertEquals("first line is `#/bin/sh`: `!` is missing, write `#!/bin/sh`", execFormat("#/bin/sh\n").fix());
        assertEquals("first line is `# !/bin/sh`: a blank is too many, write `#!/bin/sh`",
                execFormat("# !/bin/sh\n").fix());
    }

    @Test
    void anEmptyFileAByteOrderMarkAndAFileWithoutInterpreterAreSeen() throws IOException {
        assertTrue(execFormat("").fix().startsWith("line 1 is empty"));
        assertTrue(execFormat("\u00ef\u00bb\u00bf#!/bin/sh\n").fix().startsWith("a byte order mark"));
        assertTrue(execFormat("exit 3\n").fix().startsWith("line 1 names no interpreter"));
    }

    @Test
    void aMissingInterpreterIsNamed() throws IOException {
        assertEquals("interpreter /bin/bsh of line 1 does not exist", notFound("#! /bin/bsh -e\n").fix());
    }

    @Test
    void aCarriageReturnAfterTheInterpreterIsSeen() throws IOException {
        assertTrue(notFound("#!/bin/sh\r\nexit 0\r\n").fix().startsWith("line 1 ends in a carriage return"));
    }

    @Test
    void theOutermostMissingComponentIsNamed() {
        var command = ScriptCommand.of(List.of(directory + "/no/such/check.sh"), 33, 33);
        var diagnosis = doctor.launchFailed(command,
                new LaunchFailure(LaunchFailure.Kind.NOT_FOUND, "No such file or directory"));
        assertEquals(directory + "/no does not exist", diagnosis.fix());
        assertEquals("", diagnosis.mode());
    }

    @Test
    void aMissingExecuteBitNamesTheCommandThatSetsIt() throws IOException {
        var diagnosis = doctor.launchFailed(script("#!/bin/sh\n", "rw-r--r--"),
                new LaunchFailure(LaunchFailure.Kind.NOT_EXECUTABLE, "Permission denied"));
        assertEquals("not executable: chmod 755 " + directory.resolve("check.sh"), diagnosis.fix());
        assertEquals("0644", diagnosis.mode());
    }

    @Test
    void anInterpreterWithoutExecuteBitIsNamed() throws IOException {
        var diagnosis = doctor.launchFailed(script("#!/etc/passwd\n", "rwxr-xr-x"),
                new LaunchFailure(LaunchFailure.Kind.NOT_EXECUTABLE, "Permission denied"));
        assertEquals("interpreter /etc/passwd of line 1 is not executable", diagnosis.fix());
    }

    @Test
    void enforcingSelinuxIsMentioned() throws IOException {
        Files.writeString(directory.resolve("enforce"), "1");
        assertTrue(doctor.commandNotExecutable(script("#!/bin/sh\n", "rwxr-xr-x"))
                .text()
                .contains("SELinux is enforcing"));
        Files.writeString(directory.resolve("enforce"), "0");
        assertTrue(!doctor.commandNotExecutable(script("#!/bin/sh\n", "rwxr-xr-x")).text().contains("SELinux"));
    }

    @Test
    void status127BlamesTheFileItselfFirst() throws IOException {
        assertTrue(doctor.commandNotFound(script("!/bin/bash\n", "rwxr-xr-x"))
                .text()
                .contains("exit status 127 - first line is `!/bin/bash`"));
        assertTrue(
                doctor.commandNotFound(script("#!/bin/bsh\n", "rwxr-xr-x")).fix().startsWith("interpreter /bin/bsh"));
        assertTrue(doctor.commandNotFound(script("#!/bin/sh\n", "rwxr-xr-x"))
                .text()
                .contains("a command that it calls was not found"));
    }

    @Test
    void aTimeoutSaysWhoseItIs() throws IOException {
        var command = script("#!/bin/sh\n", "rwxr-xr-x");
        assertTrue(doctor.timedOut(command, 5_000_000_000L, true)
                .text()
                .contains("it still ran after its timeout of 5 s (the interval, as no timeout is set)"));
        assertTrue(doctor.timedOut(command, 1_500_000_000L, false).text().contains("its timeout of 1.5 s - "));
    }

    @Test
    void anUnknownUserIsNamedByNumber() {
        assertEquals("4711", doctor.commandNotFound(ScriptCommand.of(List.of("/x"), 4711, 0)).user());
    }
}
