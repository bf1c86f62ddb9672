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
    private static final String END = ".pid";
    private static final Path RUN = Path.of("/run");
    private static final Path OWN = RUN.resolve("keepalived");

    /**
     * The defaults of keepalived(8), unless named on the command line.
     *
     * @param label daemons of a network namespace have a directory of their own, those of an instance names of their own in keepalived's
     * @param pidDirectory use_pid_dir: in keepalived's directory in any case
     */
    public static PidFilePaths of(Optional<Path> parent, Optional<Path> vrrp, DaemonLabel label, boolean pidDirectory) {
        boolean own = pidDirectory || label.instance().isPresent();
        Path directory = label.namespace().map(OWN::resolve).orElse(own ? OWN : RUN);
        String end = label.instance().map(name -> "_" + name).orElse("") + END;
        return new PidFilePaths(parent.orElse(directory.resolve("keepalived" + end)),
                vrrp.orElse(directory.resolve("vrrp" + end)));
    }

    /** Where this daemon records the addresses that it holds: beside its pid file, absolute. */
    public Path addressRecord() {
        String name = parent.getFileName().toString();
        String start = name.endsWith(END) ? name.substring(0, name.length() - END.length()) : name;
        return parent.toAbsolutePath().resolveSibling(start + ".addresses");
    }

    /** All of them. */
    public List<Path> all() {
        return List.of(parent, vrrp);
    }
}
