package org.jkeepalived.daemon.snapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.netlink.route.InterfaceTable;
import org.jkeepalived.netlink.route.Link;

/** The host's interfaces and addresses at one moment. Immutable; made by the thread that owns the table. */
public final class HostLinks {

    /** An interface and its addresses in the kernel's order. */
    public record Entry(Link link, List<InterfaceAddress> addresses) {}

    private final Map<String, Entry> byName;
    private final Map<Integer, Set<IpAddress>> present;

    private HostLinks(Map<String, Entry> byName, Map<Integer, Set<IpAddress>> present) {
        this.byName = byName;
        this.present = present;
    }

    /** A copy of what the table has now. */
    public static HostLinks of(InterfaceTable table) {
        Map<String, Entry> byName = new LinkedHashMap<>();
        Map<Integer, Set<IpAddress>> present = new HashMap<>();
        for (Link link : table.links()) {
            List<InterfaceAddress> addresses = table.addresses(link.index());
            byName.put(link.name(), new Entry(link, addresses));
            Set<IpAddress> own = new HashSet<>();
            addresses.forEach(address -> own.add(address.address()));
            present.put(link.index(), own);
        }
        return new HostLinks(byName, present);
    }

    /** In the kernel's order. */
    Iterable<Entry> entries() {
        return byName.values();
    }

    /** The index of an interface, 0 when there is none of that name. */
    int index(String name) {
        Entry entry = byName.get(name);
        return entry == null ? 0 : entry.link().index();
    }

    /** The MTU of an interface, 0 when there is none of that name. */
    int mtu(String name) {
        Entry entry = byName.get(name);
        return entry == null ? 0 : entry.link().mtu();
    }

    /** Whether the interface of that name has the address. */
    boolean has(String name, IpAddress address) {
        return present.getOrDefault(index(name), Set.of()).contains(address);
    }
}
