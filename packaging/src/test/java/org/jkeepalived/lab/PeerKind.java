package org.jkeepalived.lab;

/** Which VRRP daemon a node runs. */
public enum PeerKind {
    /** The daemon of this project, from its image; see {@link Node#underTestIsOurs}. */
    OURS,
    /** The keepalived of the distribution. */
    KEEPALIVED
}
