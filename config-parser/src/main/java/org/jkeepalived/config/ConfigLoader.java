package org.jkeepalived.config;

import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.settings.Configuration;

import java.nio.file.Path;
import java.util.List;

/** Reads configurations. Stateless; a load may run on any thread and blocks on the files it reads. */
public final class ConfigLoader {
    private ConfigLoader() {}

    /**
     * Reads a file and what it includes.
     *
     * @param file
     *            the main file, or a glob pattern: several matches are read in order
     * @return never null; a file that cannot be read is a diagnostic
     */
    public static LoadResult load(Path file, LoadOptions options) {
        return load(file.toString(), options);
    }

    /** As {@link #load(Path, LoadOptions)} with the name exactly as {@code -f} gave it, which messages repeat. */
    public static LoadResult load(String file, LoadOptions options) {
        throw new UnsupportedOperationException();
    }

    /** Reads text as if it stood in a file of that name. */
    public static LoadResult loadText(String name, String text, LoadOptions options) {
        throw new UnsupportedOperationException();
    }

    static LoadResult result(Configuration configuration, List<Diagnostic> diagnostics) {
        return new LoadResult(configuration, diagnostics, new Outcome(0, 0, true), List.of());
    }
}
