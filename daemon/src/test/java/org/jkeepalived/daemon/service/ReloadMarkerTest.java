package org.jkeepalived.daemon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.log.LogTargets;
import org.jkeepalived.daemon.log.LogWriter;
import org.jkeepalived.daemon.log.SyslogFacility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadMarkerTest {
    @TempDir
    private Path directory;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private void reload(String written, Runnable reading) {
        var targets = new LogTargets(Optional.of(new PrintStream(console, true, StandardCharsets.UTF_8)), false,
                SyslogFacility.DAEMON, "", 7);
        try (LogWriter writer = LogWriter.start(targets, _ -> {
            throw new IOException("no system log");
        }, 16);
                ReloadMarker _ = ReloadMarker.open(written, directory.resolve("keepalived.pid"),
                        new DaemonLog(writer, 0))) {
            reading.run();
        }
    }

    @Test
    void theFileIsThereWhileTheConfigurationIsRead() {
        Path file = directory.resolve("reading");
        reload(file.toString(), () -> assertTrue(Files.exists(file)));
        assertFalse(Files.exists(file));
    }

    @Test
    void withoutANameItStandsBesideThePidFile() {
        reload("", () -> assertTrue(Files.exists(directory.resolve("keepalived.reload"))));
        assertEquals(Path.of("/run/keepalived/keepalived_a.reload"),
                ReloadMarker.beside(Path.of("/run/keepalived/keepalived_a.pid")));
        assertEquals(Path.of("/run/own.reload"), ReloadMarker.beside(Path.of("/run/own")));
    }

    @Test
    void withoutTheKeywordThereIsNoFile() throws IOException {
        reload(null, () -> assertFalse(Files.exists(directory.resolve("keepalived.reload"))));
        assertEquals("", console.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatCannotBeMadeIsReportedAndTheReloadGoesOn() {
        reload(directory.resolve("absent/file").toString(), () -> {});
        assertTrue(console.toString(StandardCharsets.UTF_8).contains("Unable to create reload file"));
    }
}
