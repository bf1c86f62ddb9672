package org.jkeepalived.vrrp;

import java.util.List;

/**
 * All routers at one moment.
 *
 * @param nowNanos the moment
 * @param routers the routers in configuration order
 * @param groups the sync groups
 * @param unknownVridAdverts adverts for router ids that nobody has here
 * @param unreadableAdverts packets too short to name a router id
 */
public record RouterSetSnapshot(
        long nowNanos,
        List<RouterSnapshot> routers,
        List<GroupSnapshot> groups,
        long unknownVridAdverts,
        long unreadableAdverts) {}
