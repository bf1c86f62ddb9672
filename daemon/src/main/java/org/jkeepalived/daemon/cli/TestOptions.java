package org.jkeepalived.daemon.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What is asked of the configuration instead of running it.
 *
 * @param wanted do not run (-t, or an option that makes sense with it alone)
 * @param file where the findings go instead of standard error or, for JSON, standard output
 * @param format the form of the findings; empty for text on a terminal, else keepalived's
 * @param lint advice in keepalived's form too
 * @param dump print what is in force
 * @param reload print what a reload would do, or empty
 */
public record TestOptions(
        boolean wanted,
        Optional<Path> file,
        Optional<Format> format,
        boolean lint,
        boolean dump,
        Optional<Reload> reload) {
    /** The configuration files before and after a reload. */
    public record Reload(String oldFile, String newFile) {}

    /** The form of the findings. */
    public enum Format {
        KEEPALIVED,
        TEXT,
        JSON;

        /** The form of this name, or empty. */
        static Optional<Format> parse(String name) {
            for (Format format : values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }
    }
}
