package org.jkeepalived.daemon.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jkeepalived.daemon.log.DaemonLog;

/** The file that is there while a reload reads the configuration (reload_file). Blocks; not for the loop. */
final class ReloadMarker implements AutoCloseable {
    private final Optional<Path> file;

    private ReloadMarker(Optional<Path> file) {
        this.file = file;
    }

    /**
     * Makes the file; it is gone after {@link #close}. One that cannot be made is reported, and the reload goes on.
     *
     * @param written reload_file as written: null for no file, empty for the pid file's name with {@code .reload}
     */
    static ReloadMarker open(String written, Path pidFile, DaemonLog journal) {
        if (written == null) {
            return new ReloadMarker(Optional.empty());
        }
        Path file = written.isEmpty() ? beside(pidFile) : Path.of(written);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            return new ReloadMarker(Optional.of(file));
        } catch (IOException refused) {
            journal.parent("Unable to create reload file " + file + ": " + refused.getMessage());
            return new ReloadMarker(Optional.empty());
        }
    }

    static Path beside(Path pidFile) {
        return pidFile.resolveSibling(pidFile.getFileName().toString().replaceFirst("\\.pid$", "") + ".reload");
    }

    @Override
    public void close() {
        file.ifPresent(marker -> {
            try {
                Files.deleteIfExists(marker);
            } catch (IOException kept) {
                // whoever keeps us from removing it sees that it is there
                return;
            }
        });
    }
}
