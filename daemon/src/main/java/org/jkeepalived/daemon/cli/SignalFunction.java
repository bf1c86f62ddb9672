package org.jkeepalived.daemon.cli;

/** What {@code --signum} names: the signals that keepalived takes, with their numbers on Linux with glibc. */
public enum SignalFunction {
    STOP(15),
    RELOAD(1),
    DATA(10),
    STATS(12),
    STATS_CLEAR(63),
    JSON(36);

    private final int number;

    SignalFunction(int number) {
        this.number = number;
    }

    /** The signal's number. */
    public int number() {
        return number;
    }
}
