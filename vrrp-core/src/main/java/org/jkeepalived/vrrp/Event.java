package org.jkeepalived.vrrp;

import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;

/** What happens to routers besides adverts and timers. Before {@link RouterSet#start} events only record what is known. */
public sealed interface Event {

    /**
     * An interface changed, by name: its index follows the name when it is created anew.
     *
     * @param interfaceName the interface
     * @param interfaceIndex its index, ignored when missing
     * @param state its state
     */
    record InterfaceChanged(String interfaceName, int interfaceIndex, LinkState state) implements Event {}

    /** The source address of a router's adverts changed; null when there is none any more, which is a fault. */
    record SourceAddressChanged(int router, IpAddress address) implements Event {}

    /** A tracker has a new condition. */
    record TrackerChanged(int trackerId, TrackerCondition condition) implements Event {}

    /**
     * The kernel no longer has a resource that was installed, and this process did not remove it. A master puts a tracked one back; there is
     * no transition (keepalived becomes BACKUP here). It may be reported more than once, and for resources that nobody misses.
     */
    record ResourceLost(int router, Resource resource) implements Event {}

    /**
     * The kernel refused a resource of an {@link Action.Install}. Refusals come in the order of the resources in the action, so that a resource
     * comes after those that it may need.
     *
     * @param reason the kernel's words
     * @param permanent whether the same request would be refused again whatever happens (no permission, an impossible value) rather than for
     *        want of memory or of something that may come
     */
    record ResourceRefused(int router, Resource resource, String reason, boolean permanent) implements Event {}

    /** The kernel took a resource of an {@link Action.Install} that asked for confirmation, or had it already. */
    record ResourceInstalled(int router, Resource resource) implements Event {}

    /**
     * An address that is none of the routers' appeared on an interface or vanished. Those that are there at the start are reported too, in any
     * order relative to other events.
     *
     * @param interfaceName the interface
     * @param address the address and its network
     * @param present whether it is there now
     */
    record HostAddressChanged(String interfaceName, IpPrefix address, boolean present) implements Event {}

    /** An advert could not be sent. It is counted; the next one is due as usual. */
    record AdvertNotSent(int router, String reason) implements Event {}

    /** Somebody asks a master to announce its addresses again (D-Bus SendGarp). */
    record AnnouncementRequested(int router) implements Event {}
}
