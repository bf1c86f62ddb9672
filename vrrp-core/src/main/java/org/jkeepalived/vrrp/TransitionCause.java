package org.jkeepalived.vrrp;

/** Why a router changed its state. */
public enum TransitionCause {
    /** {@link RouterSet#start}, or a router that a reload added. */
    STARTUP,
    /** Priority 255: the owner of the addresses does not wait. */
    OWNER,
    /** The first results of all trackers with weight 0 have come. */
    TRACKERS_READY,
    /** No advert came for a whole master-down interval. */
    MASTER_DOWN_TIMEOUT,
    /** A master heard a higher priority. */
    HIGHER_PRIORITY_HEARD,
    /** A master heard its own priority from a higher address. */
    HIGHER_ADDRESS_HEARD,
    /** A master overslept its own down interval and heard that another router had taken over meanwhile. */
    STALLED,
    /** A fault was raised. */
    FAULT,
    /** The last fault was cleared. */
    FAULTS_CLEARED,
    /** Another member of the sync group changed. */
    SYNC_GROUP,
    /** {@link RouterSet#stop}. */
    STOP,
    /** A reload removed the router. */
    DELETED
}
