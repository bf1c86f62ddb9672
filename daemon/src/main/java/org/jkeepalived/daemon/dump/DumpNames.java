package org.jkeepalived.daemon.dump;

import java.nio.file.Path;
import org.jkeepalived.config.settings.DumpFiles;

/** Where the data dumps go, as state_dump_file and data_use_instance say. */
public final class DumpNames {
    private static final String DATA = "keepalived.data";

    private DumpNames() {}

    /**
     * The path of a data dump.
     *
     * @param usual the directory for dumps whose place is not configured
     * @param process follows the name's stem: empty, or {@code _parent}
     * @param label network namespace and instance, empty without them
     */
    public static Path data(Path usual, String process, DumpFiles files, String label) {
        Path path = usual.resolve(files.state() == null ? DATA : files.state());
        if (files.state() != null && files.state().endsWith("/")) {
            path = path.resolve(DATA);
        }
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        String middle = files.withInstance() && !label.isEmpty() ? "." + label : "";
        return path.resolveSibling(name.substring(0, end) + process + middle + name.substring(end));
    }
}
