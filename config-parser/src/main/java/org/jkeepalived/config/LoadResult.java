package org.jkeepalived.config;

import java.util.List;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.settings.Configuration;

/**
 * Everything that one reading of a configuration found.
 *
 * @param configuration what is left after the reported parts were dropped; never null, possibly empty
 * @param diagnostics in the order in which keepalived would print them
 * @param outcome what it means for a test and for a start
 * @param files every file read, in order, the main file first
 */
public record LoadResult(
        Configuration configuration,
        List<Diagnostic> diagnostics,
        Outcome outcome,
        List<String> files) {
    public LoadResult {
        diagnostics = List.copyOf(diagnostics);
        files = List.copyOf(files);
    }

    /** The diagnostics that a daemon logs: keepalived's own, and what this version does not act on. */
    public List<Diagnostic> logged() {
        return diagnostics.stream().filter(d -> !d.advice() || d.code().equals(Diagnostic.NOT_ACTED_ON)).toList();
    }
}
