package org.jkeepalived.netlink.route;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.SystemCallException;

/**
 * The interfaces and addresses of the host, kept true by being a {@link RouteMonitor}'s listener. Not thread-safe: it
 * belongs to the thread that reads the monitor.
 */
public final class InterfaceTable implements RouteListener {
    private final Map<Integer, Link> links = new LinkedHashMap<>();
    private final Map<Integer, LinkedHashMap<IpAddress, InterfaceAddress>> addresses = new LinkedHashMap<>();
    private final Set<Integer> seenLinks = new HashSet<>();
    private final Set<InterfaceAddress> seenAddresses = new HashSet<>();
    private boolean dumping;

    /** Empty until a monitor fills it. */
    public InterfaceTable() {}

    /** What exists now, in a table that nothing keeps true. */
    public static InterfaceTable snapshot() throws SystemCallException {
        InterfaceTable table = new InterfaceTable();
        try (RouteMonitor monitor = RouteMonitor.open(0)) {
            monitor.readDump(table);
        }
        return table;
    }

    /** In the kernel's order. */
    public Collection<Link> links() {
        return Collections.unmodifiableCollection(links.values());
    }

    /** Null where there is none of this index. */
    public Link byIndex(int interfaceIndex) {
        return links.get(interfaceIndex);
    }

    /** Null where there is none of this name. */
    public Link byName(String name) {
        for (Link link : links.values()) {
            if (link.name().equals(name)) {
                return link;
            }
        }
        return null;
    }

    /** Of both families, in the kernel's order. */
    public List<InterfaceAddress> addresses(int interfaceIndex) {
        Map<IpAddress, InterfaceAddress> own = addresses.get(interfaceIndex);
        return own == null ? List.of() : List.copyOf(own.values());
    }

    /** Which interface has the address; null where none has. */
    public InterfaceAddress find(IpAddress address) {
        for (Map<IpAddress, InterfaceAddress> own : addresses.values()) {
            InterfaceAddress found = own.get(address);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Null where this interface has not the address. */
    public InterfaceAddress find(int interfaceIndex, IpAddress address) {
        Map<IpAddress, InterfaceAddress> own = addresses.get(interfaceIndex);
        return own == null ? null : own.get(address);
    }

    @Override
    public void dumpStarted() {
        dumping = true;
        seenLinks.clear();
        seenAddresses.clear();
    }

    @Override
    public void dumpCompleted() {
        dumping = false;
        links.keySet().retainAll(seenLinks);
        addresses.keySet().retainAll(seenLinks);
        for (Map<IpAddress, InterfaceAddress> own : addresses.values()) {
            own.values().retainAll(seenAddresses);
        }
        seenLinks.clear();
        seenAddresses.clear();
    }

    @Override
    public void linkChanged(Link link) {
        links.put(link.index(), link);
        if (dumping) {
            seenLinks.add(link.index());
        }
    }

    @Override
    public void linkRemoved(int interfaceIndex, String name) {
        links.remove(interfaceIndex);
        addresses.remove(interfaceIndex);
    }

    @Override
    public void addressAdded(int interfaceIndex, AddressFamily family, long high, long low, int prefixLength, int scope,
            int flags) {
        IpAddress address = new IpAddress(family, high, low);
        InterfaceAddress entry = new InterfaceAddress(interfaceIndex, address, prefixLength, scope, flags);
        addresses.computeIfAbsent(interfaceIndex, _ -> new LinkedHashMap<>()).put(address, entry);
        if (dumping) {
            seenAddresses.add(entry);
        }
    }

    @Override
    public void addressRemoved(int interfaceIndex, AddressFamily family, long high, long low, int prefixLength) {
        Map<IpAddress, InterfaceAddress> own = addresses.get(interfaceIndex);
        if (own == null) {
            return;
        }
        IpAddress address = new IpAddress(family, high, low);
        InterfaceAddress known = own.get(address);
        // The same address may be there with another prefix length, which is another address to the kernel.
        if (known != null && known.prefixLength() == prefixLength) {
            own.remove(address);
        }
    }
}
