package org.jkeepalived.daemon.dump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpWriterTest {
    @TempDir
    Path directory;

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static long count(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.count();
        }
    }

    @Test
    void theFileHoldsTheTextAndNothingElseIsLeft() throws IOException {
        assertEquals("", new DumpWriter(directory).write("keepalived.json", "[{}]\n", 0177));
        assertEquals("[{}]\n", Files.readString(directory.resolve("keepalived.json")));
        assertEquals(1, count(directory));
    }

    @Test
    void bytesThatAreNoUtf8AreWrittenAsTheyWereRead() throws IOException {
        new DumpWriter(directory).write("odd", "\udcd6\u4e3b", 0177);
        assertArrayEquals(new byte[]{(byte) 0xd6, (byte) 0xe4, (byte) 0xb8, (byte) 0xbb},
                Files.readAllBytes(directory.resolve("odd")));
    }

    @Test
    void theModeIsWhatTheUmaskLeaves() throws IOException {
        new DumpWriter(directory).write("a", "", 0177);
        new DumpWriter(directory).write("b", "", 0022);
        assertEquals("rw-------", mode(directory.resolve("a")));
        assertEquals("rw-r--r--", mode(directory.resolve("b")));
    }

    @Test
    void anOlderFileIsReplacedAsAWholeAndOneThatAReaderTookIsMadeAnew() throws IOException {
        Path file = Files.writeString(directory.resolve("keepalived.stats"), "an older and much longer text");
        var writer = new DumpWriter(directory);
        writer.write("keepalived.stats", "new", 0177);
        assertEquals("new", Files.readString(file));
        Files.delete(file);
        writer.write("keepalived.stats", "again", 0177);
        assertEquals("again", Files.readString(file));
    }

    @Test
    void aLinkOfThatNameIsReplacedAndItsTargetLeftAlone() throws IOException {
        Path target = Files.writeString(directory.resolve("precious"), "precious");
        Files.createSymbolicLink(directory.resolve("keepalived.data"), target);
        new DumpWriter(directory).write("keepalived.data", "dump", 0177);
        assertEquals("precious", Files.readString(target));
        assertEquals("dump", Files.readString(directory.resolve("keepalived.data")));
    }

    @Test
    void aFailureIsATextAndLeavesNothingBehind() throws IOException {
        String failure = new DumpWriter(directory.resolve("no/such")).write("keepalived.data", "x", 0177);
        assertEquals("Can't write " + directory.resolve("no/such/keepalived.data") + ": No such file or directory",
                failure);
        Files.createDirectories(directory.resolve("keepalived.json/full"));
        assertTrue(new DumpWriter(directory).write("keepalived.json", "x", 0177).startsWith("Can't write"));
        assertEquals(1, count(directory));
    }

    @Test
    void tmpdirCountsOnlyWhenItIsAnAbsolutePathOfADirectory() throws IOException {
        assertEquals(directory, DumpWriter.directory(directory.toString()));
        assertEquals(Path.of("/tmp"), DumpWriter.directory(null));
        assertEquals(Path.of("/tmp"), DumpWriter.directory("relative"));
        assertEquals(Path.of("/tmp"), DumpWriter.directory(directory.resolve("absent").toString()));
        assertEquals(Path.of("/tmp"), DumpWriter.directory(Files.createFile(directory.resolve("file")).toString()));
    }
}
