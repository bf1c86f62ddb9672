package org.jkeepalived.daemon.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pid files as scripts and service managers read them. */
class PidFilesTest {
    private final long pid = ProcessHandle.current().pid();
    @TempDir
    private Path directory;

    @Test
    void filesHoldThePidAreReadableByAllAndGoAtStop() throws IOException {
        List<Path> paths = List.of(directory.resolve("keepalived.pid"), directory.resolve("vrrp.pid"));
        try (PidFiles files = PidFiles.claim(paths, pid).orElseThrow()) {
            for (Path path : paths) {
                assertEquals(pid + "\n", Files.readString(path));
                assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
            assertEquals(List.of(), files.problems());
        }
        assertFalse(Files.exists(paths.getFirst()));
        assertFalse(Files.exists(paths.getLast()));
    }

    @Test
    void oneFileMayServeForBoth() {
        Path path = directory.resolve("both.pid");
        PidFiles.claim(List.of(path, path), pid).orElseThrow().close();
        assertFalse(Files.exists(path));
    }

    @Test
    void aStaleFileDoesNotStopAStart() throws IOException {
        Path path = Files.writeString(directory.resolve("a.pid"), "4194304999\n");
        try (PidFiles files = PidFiles.claim(List.of(path), pid).orElseThrow()) {
            assertEquals(List.of(), files.problems());
            assertEquals(pid + "\n", Files.readString(path));
        }
    }

    @Test
    void aForeignProcessesPidDoesNotStopAStart() throws IOException {
        Path path = Files.writeString(directory.resolve("a.pid"), "1\n");
        assertTrue(PidFiles.claim(List.of(path), pid).isPresent());
    }

    @Test
    void aLiveKeepalivedThatWroteTheFileStopsAStart() throws IOException, InterruptedException {
        Process process = keepalived();
        try {
            Path path = Files.writeString(directory.resolve("a.pid"), process.pid() + "\n");
            assertEquals(Optional.empty(), PidFiles.claim(List.of(directory.resolve("free.pid"), path), pid));
            assertEquals(process.pid() + "\n", Files.readString(path));
        } finally {
            end(process);
        }
    }

    @Test
    void aKeepalivedYoungerThanTheFileIsAnotherOne() throws IOException, InterruptedException {
        Process process = keepalived();
        try {
            Path path = Files.writeString(directory.resolve("a.pid"), process.pid() + "\n");
            Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(3600)));
            assertTrue(PidFiles.claim(List.of(path), pid).isPresent());
        } finally {
            end(process);
        }
    }

    @Test
    void aFileThatIsNoLongerOursStays() throws IOException {
        Path path = directory.resolve("a.pid");
        PidFiles files = PidFiles.claim(List.of(path), pid).orElseThrow();
        Files.delete(path);
        Files.writeString(path, "1\n");
        files.close();
        assertEquals("1\n", Files.readString(path));
    }

    @Test
    void aMissingDirectoryIsReportedAndTheDaemonRuns() {
        Path path = directory.resolve("absent/a.pid");
        try (PidFiles files = PidFiles.claim(List.of(path), pid).orElseThrow()) {
            assertEquals(List.of("pidfile_write : Cannot open " + path + " pidfile"), files.problems());
        }
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "precious");
        Path link = Files.createSymbolicLink(directory.resolve("a.pid"), target);
        try (PidFiles files = PidFiles.claim(List.of(link), pid).orElseThrow()) {
            assertEquals(1, files.problems().size());
        }
        assertEquals("precious", Files.readString(target));
    }

    @Test
    void aNamespaceHasFilesOfItsOwn() {
        assertEquals(new PidFilePaths(Path.of("/run/keepalived.pid"), Path.of("/run/vrrp.pid")),
                PidFilePaths.of(Optional.empty(), Optional.empty(), Optional.empty()));
        assertEquals(new PidFilePaths(Path.of("/x"), Path.of("/run/keepalived/blue/vrrp.pid")),
                PidFilePaths.of(Optional.of(Path.of("/x")), Optional.empty(), Optional.of("blue")));
    }

    /** A process that is called keepalived: a process's name is that of the file it was started from. */
    private Process keepalived() throws IOException {
        Path program = Files.copy(Path.of("/bin/sleep").toRealPath(), directory.resolve("keepalived"));
        return new ProcessBuilder(program.toString(), "60").start();
    }

    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    }
}
