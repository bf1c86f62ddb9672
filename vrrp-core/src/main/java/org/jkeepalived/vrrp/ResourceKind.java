package org.jkeepalived.vrrp;

/** What a resource is to the kernel. The order is that of installation: each may need those before it. Removal goes the other way. */
public enum ResourceKind {
    /** An interface of the router's own. */
    LINK("interface"),
    /** An address on an interface. */
    ADDRESS("address"),
    /** A route. */
    ROUTE("route"),
    /** A rule that selects a routing table. */
    RULE("rule"),
    /** An entry of a packet filter. */
    FILTER("filter");

    private final String noun;

    ResourceKind(String noun) {
        this.noun = noun;
    }

    /** How people call one. */
    public String noun() {
        return noun;
    }
}
