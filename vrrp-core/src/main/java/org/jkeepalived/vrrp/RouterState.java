package org.jkeepalived.vrrp;

/** States of a virtual router: RFC 9568 section 6.4, and keepalived's FAULT. The numbers are those of keepalived's JSON. */
public enum RouterState {
    /** Not started, or waiting for the first result of a tracker. */
    INIT(0),
    /** Listens to the master and waits for it to fall silent. */
    BACKUP(1),
    /** Owns the addresses and advertises. */
    MASTER(2),
    /** Something that it needs is missing; ignores adverts and sends none. */
    FAULT(3),
    /** Removed by a reload. */
    DELETED(97),
    /** The daemon has stopped. */
    STOP(98);

    private final int number;

    RouterState(int number) {
        this.number = number;
    }

    /** The number that keepalived prints in its JSON. */
    public int number() {
        return number;
    }
}
