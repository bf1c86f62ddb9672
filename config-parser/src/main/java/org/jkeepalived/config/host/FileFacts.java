package org.jkeepalived.config.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What stat(2) says of a file, symbolic links followed.
 *
 * @param error strerror text when the file cannot be examined ({@code No such file or directory}), else null
 * @param directory it is a directory
 * @param regular it is a regular file
 * @param mode permission bits, 07777
 * @param uid owner
 * @param gid owning group
 * @param realPath
 *        absolute path with every symbolic link of its directories resolved; a link that is the file itself keeps its name, because busybox
 *        and the like look at theirs
 * @param target absolute path with every symbolic link resolved
 */
public record FileFacts(
        String error,
        boolean directory,
        boolean regular,
        int mode,
        int uid,
        int gid,
        String realPath,
        String target) {
    private static final int MODE_BITS = 07777;
    /** The kernel makes up the content of their files when somebody reads them. */
    private static final Set<String> UNWATCHABLE = Set.of("proc", "sysfs", "cgroup", "cgroup2", "debugfs", "tracefs",
            "configfs", "securityfs", "devpts", "pstore", "bpf");

    /** A file that is reached without a symbolic link. */
    public FileFacts(String error, boolean directory, boolean regular, int mode, int uid, int gid, String realPath) {
        this(error, directory, regular, mode, uid, gid, realPath, realPath);
    }

    /** A file that could not be examined. */
    public static FileFacts failed(String error) {
        return new FileFacts(error, false, false, 0, 0, 0, null);
    }

    /** The file at this path of this machine. May block as long as its file system does. */
    public static FileFacts of(String path) {
        try {
            Path file = Path.of(path).toAbsolutePath().normalize();
            Map<String, Object> stat = Files.readAttributes(file, "unix:mode,uid,gid,isDirectory,isRegularFile");
            Path parent = file.getParent();
            Path real = parent == null ? file : parent.toRealPath().resolve(file.getFileName());
            return new FileFacts(null, (Boolean) stat.get("isDirectory"), (Boolean) stat.get("isRegularFile"),
                    (Integer) stat.get("mode") & MODE_BITS, (Integer) stat.get("uid"), (Integer) stat.get("gid"),
                    real.toString(), file.toRealPath().toString());
        } catch (NoSuchFileException e) {
            return failed("No such file or directory");
        } catch (AccessDeniedException e) {
            return failed("Permission denied");
        } catch (FileSystemLoopException e) {
            return failed("Too many levels of symbolic links");
        } catch (FileSystemException e) {
            return failed(e.getReason() == null ? "Input/output error" : e.getReason());
        } catch (IOException | InvalidPathException e) {
            return failed("Input/output error");
        }
    }

    /** The type of the file system that a directory of this machine is on, when it tells of no changes of its files; else null. */
    public static String unwatchableFileSystem(String directory) {
        try {
            String type = Files.getFileStore(Path.of(directory)).type();
            return UNWATCHABLE.contains(type) ? type : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** Whether the account may execute it, or enter it when it is a directory, by its mode bits; supplementary groups are not considered. */
    public boolean executableBy(int asUid, int asGid) {
        if (asUid == 0) {
            return (mode & 0111) != 0;
        }
        if (asUid == uid) {
            return (mode & 0100) != 0;
        }
        return (mode & (asGid == gid ? 0010 : 0001)) != 0;
    }
}
