package org.jkeepalived.daemon.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pid files of a running daemon.
 *
 * <p>A daemon holds a lock on each of its files, which the kernel takes away with the process; so a file that was left
 * behind, or whose number now belongs to another process, is told from one that is in use. keepalived itself locks
 * nothing: its files are in use while the process they name is called {@code keepalived} and is older than the file.
 *
 * <p>Used by one thread.
 */
public final class PidFiles implements AutoCloseable {
    private final List<Held> held = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    private record Held(Path path, FileChannel channel, long pid) {}

    private PidFiles() {}

    /**
     * Writes {@code pid} to every path, unless a live daemon uses one of them.
     *
     * @return empty where a daemon is already running; nothing has been changed then
     */
    public static Optional<PidFiles> claim(List<Path> paths, long pid) {
        PidFiles files = new PidFiles();
        for (Path path : new LinkedHashSet<>(paths)) {
            try {
                if (!files.lock(path, pid)) {
                    files.release();
                    return Optional.empty();
                }
            } catch (IOException unwritable) {
                files.messages.add("pidfile_write : Cannot open " + path + " pidfile");
            }
        }
        for (Held file : files.held) {
            try {
                file.channel.truncate(0);
                file.channel.write(ByteBuffer.wrap((pid + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
                Files.setPosixFilePermissions(file.path, PosixFilePermissions.fromString("rw-r--r--"));
            } catch (IOException full) {
                files.messages.add("Cannot write pidfile " + file.path + ": " + full.getMessage());
            }
        }
        return Optional.of(files);
    }

    /** What there is to say of the files, a log line each: those that a killed daemon left, and what could not be written. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** Removes the files that still hold our number. */
    @Override
    public void close() {
        for (Held file : held) {
            try {
                if (readPid(file.path) == file.pid) {
                    Files.deleteIfExists(file.path);
                }
            } catch (IOException gone) {
                // Somebody else removed it, or its directory: there is nothing left to remove.
            }
        }
        release();
    }

    private boolean lock(Path path, long pid) throws IOException {
        if (path.getParent() != null && !Files.isDirectory(path.getParent())) {
            createDirectory(path.getParent());
        }
        boolean existed = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            if (lock != null && !(existed && KeepalivedProcess.isAlive(readPid(path), path))) {
                // Absolute: a daemon in the background leaves the directory it was started in.
                held.add(new Held(path.toAbsolutePath(), channel, pid));
                if (existed) {
                    messages.add("Remove a zombie pid file " + path);
                }
                return true;
            }
            return false;
        } finally {
            if (lock == null || held.stream().noneMatch(file -> file.channel == channel)) {
                channel.close();
            }
        }
    }

    /** Only keepalived's own directory is made; a missing directory elsewhere is the caller's mistake. */
    private static void createDirectory(Path directory) throws IOException {
        if (directory.startsWith("/run/keepalived")) {
            Files.createDirectories(directory);
        }
    }

    private void release() {
        for (Held file : held) {
            try {
                file.channel.close();
            } catch (IOException ignored) {
                // Closing a channel that was only locked loses nothing.
            }
        }
        held.clear();
    }

    private static long readPid(Path path) throws IOException {
        try {
            return Long.parseLong(Files.readString(path, StandardCharsets.ISO_8859_1).strip());
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }
}
