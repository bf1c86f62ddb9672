package org.jkeepalived.config;

import java.util.List;

/** Decides whether a running daemon may take a newly read configuration. Findings at which a start would go on never refuse one by themselves. */
public final class ReloadCheck {
    private ReloadCheck() {}

    /**
     * Compares what runs with what was read.
     *
     * @return the reasons for keeping the old configuration, one line each; empty when the new one may be applied
     */
    public static List<String> refusals(LoadResult running, LoadResult read) {
        throw new UnsupportedOperationException();
    }
}
