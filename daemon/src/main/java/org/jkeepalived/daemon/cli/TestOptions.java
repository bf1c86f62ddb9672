package org.jkeepalived.daemon.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What is asked of the configuration's test.
 *
 * @param wanted test instead of running (-t, or an option that makes sense with it alone)
 * @param file where the findings go instead of standard error or, for JSON, standard output
 * @param format the form of the findings; empty for text on a terminal, else keepalived's
 * @param lint advice in keepalived's form too
 */
public record TestOptions(boolean wanted, Optional<Path> file, Optional<Format> format, boolean lint) {
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
