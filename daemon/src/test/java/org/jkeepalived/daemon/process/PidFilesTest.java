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
            assertEquals(List.of(), files.messages());
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
            assertEquals(List.of("Remove a zombie pid file " + path), files.messages());
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
            assertEquals(List.of("pidfile_write : Cannot open " + path + " pidfile"), files.messages());
        }
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "precious");
        Path link = Files.createSymbolicLink(directory.resolve("a.pid"), target);
        try (PidFiles files = PidFiles.claim(List.of(link), pid).orElseThrow()) {
            assertEquals(1, files.messages().size());
        }
        assertEquals("precious", Files.readString(target));
    }

    @Test
    void theRecordOfAddressesIsBesideThePidFile() {
        assertEquals(Path.of("/run/keepalived.addresses"), paths(null, null, null, false).addressRecord());
        assertEquals(Path.of("/run/keepalived/blue/keepalived_a.addresses"),
                paths(null, "blue", "a", false).addressRecord());
        assertEquals(Path.of("/var/run/my.addresses"), paths("/var/run/my", null, null, false).addressRecord());
        assertEquals(Path.of("k.addresses").toAbsolutePath(), paths("k.pid", null, null, false).addressRecord());
    }

    private static PidFilePaths paths(String parent, String namespace, String instance, boolean pidDirectory) {
        return PidFilePaths.of(Optional.ofNullable(parent).map(Path::of), Optional.empty(),
                new DaemonLabel(Optional.ofNullable(namespace), Optional.ofNullable(instance)), pidDirectory);
    }

    private static PidFilePaths paths(String parent, String vrrp) {
        return new PidFilePaths(Path.of(parent), Path.of(vrrp));
    }

    @Test
    void aNamespaceHasFilesOfItsOwn() {
        assertEquals(paths("/run/keepalived.pid", "/run/vrrp.pid"), paths(null, null, null, false));
        assertEquals(paths("/x", "/run/keepalived/blue/vrrp.pid"), paths("/x", "blue", null, false));
    }

    @Test
    void anInstanceIsPartOfTheNamesInTheDirectoryForPidFiles() {
        assertEquals(paths("/run/keepalived/keepalived_a.pid", "/run/keepalived/vrrp_a.pid"),
                paths(null, null, "a", false));
        assertEquals(paths("/x", "/run/keepalived/blue/vrrp_a.pid"), paths("/x", "blue", "a", true));
        assertEquals(paths("/run/keepalived/keepalived.pid", "/run/keepalived/vrrp.pid"),
                paths(null, null, null, true));
    }

    @Test
    void namespaceAndInstanceFollowTheNamesInTheSystemLog() {
        assertEquals("_blue_a", new DaemonLabel(Optional.of("blue"), Optional.of("a")).identSuffix());
        assertEquals("_a", new DaemonLabel(Optional.empty(), Optional.of("a")).identSuffix());
        assertEquals("", new DaemonLabel(Optional.empty(), Optional.empty()).identSuffix());
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
