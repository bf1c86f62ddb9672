package org.jkeepalived.health;

/** What is told; the names are the third argument of a notify script. */
public enum NotifyState {
    /** Became master. */
    MASTER,
    /** Became backup. */
    BACKUP,
    /** Became faulty. */
    FAULT,
    /** The daemon stops. */
    STOP,
    /** Removed by a reload. */
    DELETED,
    /** A master heard a lower priority: an occurrence, not a state. It has no generic script. */
    MASTER_RX_LOWER_PRI
}
