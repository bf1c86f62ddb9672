package org.jkeepalived.daemon.resource;

import org.jkeepalived.netlink.route.Link;

/** The interfaces of this host, by name. */
@FunctionalInterface
public interface Interfaces {
    /** The interface of that name, or null. */
    Link link(String name);
}
