package org.jkeepalived.health;

/**
 * Runs notify scripts: for each instance or group in the order of its states and never two states at once; different instances and groups
 * in parallel. While the scripts of one state run, only the newest of the states that follow is kept, and it always runs.
 *
 * <p>Limits: the notify script of a state starts beside the script of that state when that one has not ended after
 * {@link #PATIENCE_NANOS}. A script that still runs when a newer state has waited for as long gets SIGTERM, two seconds later SIGKILL. STOP
 * waits for half a second only, then starts beside the older script.
 */
public final class NotifyRunner implements AutoCloseable {
    /** How long a newer state waits for the scripts of the older one: ten seconds. */
    public static final long PATIENCE_NANOS = 10_000_000_000L;

    /** How long {@link #close} waits for scripts, as keepalived does: one second. */
    public static final long STOP_GRACE_NANOS = 1_000_000_000L;

    /** A runner with nothing to do. */
    public NotifyRunner(ScriptLauncher launcher, NotifyListener listener) {}

    /** Queues a state change. Never blocks; any thread. */
    public void submit(NotifyRequest request) {}

    /**
     * Waits until every queued script has ended, at most {@link #STOP_GRACE_NANOS}, ends those that have not, and stops the thread. To be
     * called after the STOP requests were submitted, by a thread that may wait.
     */
    @Override
    public void close() {}
}
