package org.jkeepalived.daemon.dump;

/** A state and its number in keepalived.json. */
public enum DumpState {
    /** Not yet decided. */
    INIT(0),
    /** Backup. */
    BACKUP(1),
    /** Master. */
    MASTER(2),
    /** Faulty. */
    FAULT(3),
    /** Removed by a reload. */
    DELETED(97),
    /** Stopped. */
    STOP(98);

    private final int number;

    DumpState(int number) {
        this.number = number;
    }

    /** Its number. */
    public int number() {
        return number;
    }
}
