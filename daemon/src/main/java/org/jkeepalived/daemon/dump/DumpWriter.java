package org.jkeepalived.daemon.dump;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jkeepalived.config.host.FileTrouble;
import org.jkeepalived.config.settings.OddBytes;

/**
 * Writes dump files. A file is written under another name in the same directory, renamed, and only then closed: readers never see half
 * of it, and those that wait for the close (inotify's IN_CLOSE_WRITE) are told of the final name. Its mode is the daemon's umask applied
 * to 0666. Blocks; not for the loop.
 */
public final class DumpWriter {
    private static final PosixFilePermission[] BITS = {PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_EXECUTE};

    private final Path directory;

    /** A writer into a directory. */
    public DumpWriter(Path directory) {
        this.directory = directory;
    }

    /** The directory that keepalived uses: TMPDIR when it is the absolute path of a directory, else /tmp. */
    public static Path directory(String tmpdir) {
        if (tmpdir != null && tmpdir.startsWith("/") && Files.isDirectory(Path.of(tmpdir))) {
            return Path.of(tmpdir);
        }
        return Path.of("/tmp");
    }

    /**
     * Writes a file.
     *
     * @param name such as keepalived.json
     * @param umask the daemon's, 0177 unless configured
     * @return empty, or why it could not be written, for the log
     */
    public String write(String name, String text, int umask) {
        Path target = directory.resolve(name);
        Path unfinished = null;
        var permissions = PosixFilePermissions.asFileAttribute(permissions(0666 & ~umask));
        try {
            unfinished = Files.createTempFile(directory, "." + name + ".", "",
                    PosixFilePermissions.asFileAttribute(permissions(0600)));
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(OddBytes.encode(text));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                Files.setPosixFilePermissions(unfinished, permissions.value());
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                unfinished = null;
            }
            return "";
        } catch (IOException failure) {
            return "Can't write " + target + ": " + FileTrouble.reason(failure);
        } catch (UnsupportedOperationException failure) {
            return "Can't write " + target + ": the file system has no permissions";
        } finally {
            discard(unfinished);
        }
    }

    private static void discard(Path unfinished) {
        if (unfinished == null) {
            return;
        }
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException leftBehind) {
            // The failure that led here is the one to report; the leftover's name shows what it is.
            return;
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < BITS.length; i++) {
            if ((mode & 0400 >> i) != 0) {
                permissions.add(BITS[i]);
            }
        }
        return permissions;
    }
}
