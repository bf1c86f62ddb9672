package org.jkeepalived.netlink.route;

import org.jkeepalived.net.MacAddress;

/**
 * A network interface.
 *
 * @param index the kernel's number for it, which it never gets back once it is removed
 * @param flags as netdevice(7) lists them: {@link #UP} and so on
 * @param hardwareType ARPHRD_*: {@link #ETHERNET} and so on
 * @param hardware its address, {@link MacAddress#NONE} where it has none of six octets
 * @param master the bridge, bond or VRF that it belongs to, 0 for none
 * @param lower the interface that it stands on, 0 for none
 * @param kind the kind of a virtual one, for example {@code macvlan}; empty for others
 * @param vrfTable the routing table of a VRF, 0 for what is none
 */
public record Link(
        int index,
        String name,
        int flags,
        int mtu,
        MacAddress hardware,
        int hardwareType,
        int master,
        int lower,
        String kind,
        long vrfTable) {
    public static final int UP = 1;
    public static final int BROADCAST = 2;
    public static final int LOOPBACK = 8;
    public static final int RUNNING = 0x40;
    public static final int MULTICAST = 0x1000;
    public static final int LOWER_UP = 0x1_0000;

    public static final int ETHERNET = 1;
    public static final int ARPHRD_LOOPBACK = 772;

    /** One that is no VRF. */
    public Link(int index, String name, int flags, int mtu, MacAddress hardware, int hardwareType, int master,
            int lower, String kind) {
        this(index, name, flags, mtu, hardware, hardwareType, master, lower, kind, 0);
    }

    /** Administratively up. */
    public boolean isUp() {
        return (flags & UP) != 0;
    }

    /** Operational: up, with a carrier. */
    public boolean isRunning() {
        return (flags & RUNNING) != 0;
    }

    public boolean isLoopback() {
        return (flags & LOOPBACK) != 0;
    }

    public boolean isMulticastCapable() {
        return (flags & MULTICAST) != 0;
    }
}
