package org.jkeepalived.vrrp;

/** What a resource is to the kernel. The order is that of installation: each may need those before it. Removal goes the other way. */
public enum ResourceKind {
    /** An interface of the router's own. */
    LINK,
    /** An address on an interface. */
    ADDRESS,
    /** A route. */
    ROUTE,
    /** A rule that selects a routing table. */
    RULE,
    /** An entry of a packet filter. */
    FILTER
}
