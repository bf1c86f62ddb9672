package org.jkeepalived.lab;

/** Which VRRP daemon a node runs. */
public enum PeerKind {
    /** The daemon of this project, from its image, or the program named by the property {@code lab.daemon}. */
    OURS,
    /** The keepalived of the distribution. */
    KEEPALIVED
}
