package org.jkeepalived.health;

import java.util.Collection;
import java.util.List;

/**
 * Runs all vrrp_scripts on one thread of its own. Any thread may call its methods; none of them waits for a script.
 *
 * <p>Every check starts at once, then every interval, counted from start to start. A run that is due while the last one has not ended is
 * skipped. A run over its timeout gets SIGTERM, two seconds later SIGKILL, and counts as a failure when it has ended.
 */
public final class CheckRunner implements AutoCloseable {
    /** A runner without checks. */
    public CheckRunner(ScriptLauncher launcher, CheckListener listener) {}

    /**
     * Makes these the checks to run: at the first call a start, later a reload. At a reload running scripts are ended, every check starts
     * anew, and what was known of a check of the same name stands until its next result.
     */
    public void apply(Collection<CheckSpec> checks) {}

    /** All checks as they are now, in the order given to {@link #apply}. */
    public List<CheckStatus> statuses() {
        return List.of();
    }

    /** Ends running scripts with SIGTERM and stops; no event follows. */
    @Override
    public void close() {}
}
