package org.jkeepalived.config.finding;

/** keepalived's processes, each of which reads its own blocks and reports what is wrong with them, in the order in which a test prints them. */
public enum Part {
    /** The parent: global_defs and the settings outside any block. */
    PARENT,
    /** virtual_server and what belongs to it. */
    CHECKER,
    /** vrrp_* and static_*. */
    VRRP,
    /** bfd_instance. */
    BFD;

    /** Whether a message names its file although only one was read: the parent's do not. */
    public boolean namesFiles() {
        return this != PARENT;
    }
}
