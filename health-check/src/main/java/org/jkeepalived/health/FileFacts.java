package org.jkeepalived.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What {@link ScriptSecurity} asks the file system; the tests answer from a tree of their own. */
interface FileFacts {
    /**
     * A file's owner and permissions (stat(2)).
     *
     * @param kind what it is
     * @param mode the twelve permission bits
     */
    record Fact(Kind kind, int uid, int gid, int mode) {
        boolean sticky() {
            return (mode & 01000) != 0;
        }
    }

    /** What a name stands for. */
    enum Kind {
        DIRECTORY, REGULAR, LINK, OTHER
    }

    /** Facts of the name itself, a symbolic link included. */
    Fact linkFact(Path path) throws IOException;

    /** The name with all symbolic links resolved. */
    Path real(Path path) throws IOException;

    /** The file system of this host. */
    static FileFacts ofSystem() {
        return new FileFacts() {
            @Override
            public Fact linkFact(Path path) throws IOException {
                var all = Files.readAttributes(path, "unix:mode,uid,gid,isDirectory,isRegularFile,isSymbolicLink",
                        LinkOption.NOFOLLOW_LINKS);
                Kind kind = (Boolean) all.get("isSymbolicLink")
                        ? Kind.LINK
                        : (Boolean) all.get("isDirectory")
                                ? Kind.DIRECTORY
                                : (Boolean) all.get("isRegularFile") ? Kind.REGULAR : Kind.OTHER;
                return new Fact(kind, (Integer) all.get("uid"), (Integer) all.get("gid"),
                        (Integer) all.get("mode") & 07777);
            }

            @Override
            public Path real(Path path) throws IOException {
                return path.toRealPath();
            }
        };
    }
}
