package org.jkeepalived.daemon.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the pid files are.
 *
 * @param parent keepalived's parent process; ours is the same process
 * @param vrrp keepalived's VRRP process; ours is the same process
 */
public record PidFilePaths(Path parent, Path vrrp) {
    private static final Path RUN = Path.of("/run");

    /**
     * The defaults of keepalived(8), unless named on the command line.
     *
     * @param namespace the network namespace; its daemons have a directory of their own
     */
    public static PidFilePaths of(Optional<Path> parent, Optional<Path> vrrp, Optional<String> namespace) {
        Path directory = namespace.map(name -> RUN.resolve("keepalived").resolve(name)).orElse(RUN);
        return new PidFilePaths(parent.orElse(directory.resolve("keepalived.pid")),
                vrrp.orElse(directory.resolve("vrrp.pid")));
    }

    /** All of them. */
    public List<Path> all() {
        return List.of(parent, vrrp);
    }
}
