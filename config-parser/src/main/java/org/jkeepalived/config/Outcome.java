package org.jkeepalived.config;

/**
 * What a load means for the process.
 *
 * @param testExitCode the exit code of {@code -t}: 0, 2, 4, 5 or 6
 * @param startExitCode the exit code with which a daemon that starts with this configuration ends, or 0 when it runs
 * @param closesItsBlocks every opened block was closed, and none that was not open
 * @param isEmpty there is no statement of the language in it
 */
public record Outcome(int testExitCode, int startExitCode, boolean closesItsBlocks, boolean isEmpty) {
    /** Whether a daemon runs with this configuration. */
    public boolean starts() {
        return startExitCode == 0;
    }
}
