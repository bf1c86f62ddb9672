package org.jkeepalived.health;

/** The signals that end scripts (signal(7)), and how long the gentle one has to work. */
final class Signals {
    static final int SIGKILL = 9;
    static final int SIGTERM = 15;
    static final long KILL_AFTER_NANOS = 2_000_000_000L;

    private Signals() {}
}
