package org.jkeepalived.vrrp;

import org.jkeepalived.net.IpAddress;

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
     * Somebody else removed an address that the router has set. A master puts it back and announces it; there is no transition (keepalived
     * becomes BACKUP here).
     */
    record AddressRemovedByOthers(int router, VirtualAddress address) implements Event {}

    /** An address could not be added. It is tried again while the router is MASTER, after 1 s, 2 s, 4 s ... 32 s. */
    record AddressNotAdded(int router, VirtualAddress address, String reason) implements Event {}

    /** An advert could not be sent. It is counted; the next one is due as usual. */
    record AdvertNotSent(int router, String reason) implements Event {}

    /** Somebody asks a master to announce its addresses again (D-Bus SendGarp). */
    record AnnouncementRequested(int router) implements Event {}
}
