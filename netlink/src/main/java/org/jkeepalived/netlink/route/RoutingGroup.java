package org.jkeepalived.netlink.route;

import org.jkeepalived.net.AddressFamily;

/** The kernel's multicast groups of routes and rules: RTNLGRP_IPV4_ROUTE and so on of linux/rtnetlink.h. */
public enum RoutingGroup {
    IPV4_ROUTES(7, AddressFamily.IPV4, false),
    IPV4_RULES(8, AddressFamily.IPV4, true),
    IPV6_ROUTES(11, AddressFamily.IPV6, false),
    IPV6_RULES(19, AddressFamily.IPV6, true);

    private final int number;
    private final AddressFamily family;
    private final boolean rules;

    RoutingGroup(int number, AddressFamily family, boolean rules) {
        this.number = number;
        this.family = family;
        this.rules = rules;
    }

    /** RTNLGRP_*. */
    int number() {
        return number;
    }

    public AddressFamily family() {
        return family;
    }

    /** Rules, not routes. */
    public boolean isRules() {
        return rules;
    }
}
