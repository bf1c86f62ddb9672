package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.ScriptCommand;
import org.jkeepalived.config.settings.ScriptOptions;

/** Scripts of the daemon itself while they are read; null where nothing was written. */
public final class ScriptOptionsDraft {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long TIMEOUT_DEFAULT_SECONDS = 10;

    public CommandDraft startup;
    public Long startupTimeoutSeconds;
    public CommandDraft shutdown;
    public Long shutdownTimeoutSeconds;
    public Boolean symlinkPaths;
    public Boolean supplementaryGroups;

    /** The settings. */
    public ScriptOptions settings() {
        return new ScriptOptions(usable(startup), nanos(startupTimeoutSeconds), usable(shutdown),
                nanos(shutdownTimeoutSeconds), Boolean.TRUE.equals(symlinkPaths),
                Boolean.TRUE.equals(supplementaryGroups));
    }

    private static ScriptCommand usable(CommandDraft command) {
        return command == null ? null : command.settings();
    }

    private static long nanos(Long seconds) {
        return (seconds == null ? TIMEOUT_DEFAULT_SECONDS : seconds) * NANOS_PER_SECOND;
    }
}
