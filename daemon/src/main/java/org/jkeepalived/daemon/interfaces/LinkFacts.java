package org.jkeepalived.daemon.interfaces;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.resource.AddressKey;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.netlink.route.Link;

/**
 * What the {@link LinkTable} knew at one moment, for a reload that is prepared beside the loop. What has changed since
 * is told by the table's {@link LinkTable#revision}. Made on the loop's thread, used by one other thread.
 */
public final class LinkFacts {

    private final long revision;
    private final Map<String, Link> links = new HashMap<>();
    private final Map<Integer, List<InterfaceAddress>> addresses = new HashMap<>();

    private final Set<AddressKey> hostOwned;

    private LinkFacts(long revision, Set<AddressKey> hostOwned) {
        this.revision = revision;
        this.hostOwned = hostOwned;
    }

    /** A copy: a reference for each address. */
    static LinkFacts of(LinkTable table, Set<AddressKey> hostOwned) {
        LinkFacts facts = new LinkFacts(table.revision(), hostOwned);
        for (Link link : table.table().links()) {
            facts.links.putIfAbsent(link.name(), link);
            facts.addresses.put(link.index(), table.table().addresses(link.index()));
        }
        return facts;
    }

    /** The table's when this copy was made. */
    public long revision() {
        return revision;
    }

    /** The interface of that name, or null. */
    public Link link(String name) {
        return links.get(name);
    }

    /** The names of all interfaces, by index. */
    public Map<Integer, String> names() {
        Map<Integer, String> names = new HashMap<>();
        for (Link link : links.values()) {
            names.put(link.index(), link.name());
        }
        return names;
    }

    /**
     * What a configuration is mapped with.
     *
     * @param virtual the addresses that it sets, which are never the source of an advert
     */
    public InstanceMapper.Links with(LinkTable.VirtualAddresses virtual) {
        return new View(virtual);
    }

    static boolean up(Link link) {
        return link != null && link.isUp() && (link.isRunning() || link.isLoopback());
    }

    /**
     * The first address of the host's own: for IPv4 of the widest scope, for IPv6 link-local and not tentative (RFC
     * 9568 section 5.1.2.1).
     */
    static IpAddress source(List<InterfaceAddress> addresses, AddressFamily family, Predicate<IpAddress> virtual) {
        InterfaceAddress best = null;
        for (InterfaceAddress candidate : addresses) {
            IpAddress address = candidate.address();
            if (address.family() != family || !candidate.isUsable() || virtual.test(address)) {
                continue;
            }
            boolean better = family == AddressFamily.IPV6
                    ? best == null && address.isLinkLocal()
                    : best == null || candidate.scope() < best.scope();
            if (better) {
                best = candidate;
            }
        }
        return best == null ? null : best.address();
    }

    private final class View implements InstanceMapper.Links {
        private final LinkTable.VirtualAddresses virtual;
        /** A thousand instances ask for the source of one interface. */
        private final Map<String, IpAddress> sources = new HashMap<>();

        View(LinkTable.VirtualAddresses virtual) {
            this.virtual = virtual;
        }

        @Override
        public int index(String interfaceName) {
            Link link = links.get(interfaceName);
            return link == null ? 0 : link.index();
        }

        @Override
        public IpAddress sourceAddress(String interfaceName, AddressFamily family) {
            String key = family.name() + interfaceName;
            if (!sources.containsKey(key)) {
                int index = index(interfaceName);
                sources.put(key,
                        source(addresses.getOrDefault(index, List.of()), family,
                                address -> virtual.contains(interfaceName, address)
                                        && !hostOwned.contains(new AddressKey(index, address))));
            }
            return sources.get(key);
        }

        @Override
        public boolean up(String interfaceName) {
            return LinkFacts.up(links.get(interfaceName));
        }
    }
}
