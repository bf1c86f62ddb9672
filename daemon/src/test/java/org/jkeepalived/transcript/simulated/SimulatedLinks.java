package org.jkeepalived.transcript.simulated;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.route.AddressSpec;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.netlink.route.Link;

/** The interfaces of a simulated host: eth0, and what the transcript names. */
final class SimulatedLinks {
    /** The index of eth0. */
    static final int ETH0 = 2;

    private final LinkTable table = new LinkTable();
    private final List<String> names = new ArrayList<>();
    private final int number;

    SimulatedLinks(int number, String more) {
        this.number = number;
        add("eth0", 0);
        for (String name : more.isEmpty() ? new String[0] : more.split(" ")) {
            add(name, Integer.parseInt(name.replaceAll("\\D", "")));
        }
    }

    private void add(String name, int segment) {
        names.add(name);
        set(name, true);
        address(name, "10.0." + segment + "." + number, 24, AddressSpec.SCOPE_GLOBAL);
        address(name, "fe80::ff:fe00:" + Integer.toHexString(number), 64, AddressSpec.SCOPE_LINK);
    }

    private void address(String name, String text, int prefixLength, int scope) {
        IpAddress address = IpAddress.parse(text);
        table.addressAdded(index(name), address.family(), address.high(), address.low(), prefixLength, scope,
                InterfaceAddress.PERMANENT);
    }

    LinkTable table() {
        return table;
    }

    List<String> names() {
        return names;
    }

    int index(String name) {
        return ETH0 + names.indexOf(name);
    }

    boolean up(String name) {
        return table.up(name);
    }

    /** Gives an interface its carrier or takes it. */
    void set(String name, boolean up) {
        int flags = Link.UP | Link.BROADCAST | Link.MULTICAST | (up ? Link.RUNNING : 0);
        table.linkChanged(new Link(index(name), name, flags, 1500, new MacAddress(0x0200_0000_0000L + number),
                Link.ETHERNET, 0, 0, ""));
    }
}
