package org.jkeepalived.daemon.interfaces;

import java.util.HashSet;
import java.util.Set;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.resource.AddressKey;
import org.jkeepalived.daemon.resource.Interfaces;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.netlink.route.InterfaceTable;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.netlink.route.RouteListener;

/**
 * What exists on this host, kept true by the route monitor, and the difference between the last and the present picture. Virtual addresses
 * of the configuration are told apart from the host's own. The loop's thread owns it.
 */
public final class LinkTable implements RouteListener, InstanceMapper.Links, Interfaces {

    private final InterfaceTable table = new InterfaceTable();
    private VirtualAddresses virtualAddresses = (_, _) -> false;
    /** Configured as virtual, but there before this process: an owner's own. */
    private final Set<AddressKey> hostOwned = new HashSet<>();
    private LinkWatcher watcher;
    private int generation = 1;
    private long revision;

    /** From now on changes are told. */
    public void watch(LinkWatcher newWatcher) {
        watcher = newWatcher;
    }

    /** Which addresses of which interfaces a configuration sets. */
    @FunctionalInterface
    public interface VirtualAddresses {
        /** Whether some instance sets it there. */
        boolean contains(String interfaceName, IpAddress address);
    }

    /** The addresses of the configuration, which are never the source of an advert. */
    public void setVirtualAddresses(VirtualAddresses addresses) {
        virtualAddresses = addresses;
    }

    /** A virtual address that was there before this process is the host's own: adverts may leave from it. */
    public void hostOwns(int interfaceIndex, IpAddress address) {
        hostOwned.add(new AddressKey(interfaceIndex, address));
    }

    /** A copy for another thread. */
    public LinkFacts facts() {
        return LinkFacts.of(this, Set.copyOf(hostOwned));
    }

    /** Grows with everything that may change an index, whether an interface is up, or the source of adverts. */
    public long revision() {
        return revision;
    }

    /** Grows whenever an index, a name or a hardware address may have changed, so that what was prepared is out of date. */
    public int generation() {
        return generation;
    }

    public InterfaceTable table() {
        return table;
    }

    /** The interface of that name, or null. */
    @Override
    public Link link(String name) {
        return table.byName(name);
    }

    @Override
    public int index(String interfaceName) {
        Link link = table.byName(interfaceName);
        return link == null ? 0 : link.index();
    }

    @Override
    public boolean up(String interfaceName) {
        return up(table.byName(interfaceName));
    }

    private static boolean up(Link link) {
        return LinkFacts.up(link);
    }

    /** As {@link LinkFacts#source}. */
    @Override
    public IpAddress sourceAddress(String interfaceName, AddressFamily family) {
        int index = index(interfaceName);
        return LinkFacts.source(table.addresses(index), family, address -> isVirtual(interfaceName, index, address));
    }

    /** Whether the configuration sets this address there, and it is not the host's own. */
    public boolean isVirtual(String interfaceName, int interfaceIndex, IpAddress address) {
        return virtualAddresses.contains(interfaceName, address)
                && (hostOwned.isEmpty() || !hostOwned.contains(new AddressKey(interfaceIndex, address)));
    }

    /** Whether the interface of that index has this address now, with whatever prefix. */
    public boolean has(int interfaceIndex, IpAddress address) {
        return table.find(interfaceIndex, address) != null;
    }

    /** Whether the interface has this very address now. */
    public boolean has(int interfaceIndex, IpAddress address, int prefixLength) {
        InterfaceAddress found = table.find(interfaceIndex, address);
        return found != null && found.prefixLength() == prefixLength;
    }

    @Override
    public void dumpStarted() {
        table.dumpStarted();
    }

    @Override
    public void dumpCompleted() {
        table.dumpCompleted();
        revision++;
        generation++;
        if (watcher != null) {
            // News may have been lost before a renewed dump: everybody looks again.
            for (Link link : table.links()) {
                watcher.linkChanged(link.name(), link.index(), up(link));
                watcher.sourcesChanged(link.name());
            }
            watcher.everythingTold();
        }
    }

    @Override
    public void linkChanged(Link link) {
        Link before = table.byIndex(link.index());
        boolean renamed = before != null && !before.name().equals(link.name());
        if (renamed && watcher != null) {
            watcher.linkRenaming(before.name(), link.name(), link.index());
        }
        table.linkChanged(link);
        revision++;
        if (before == null || renamed || !before.hardware().equals(link.hardware())) {
            generation++;
        }
        if (watcher == null) {
            return;
        }
        if (renamed) {
            watcher.linkChanged(before.name(), 0, false);
        }
        if (before == null || renamed || up(before) != up(link)) {
            watcher.linkChanged(link.name(), link.index(), up(link));
            watcher.sourcesChanged(link.name());
        }
    }

    @Override
    public void linkRemoved(int interfaceIndex, String name) {
        Link before = table.byIndex(interfaceIndex);
        table.linkRemoved(interfaceIndex, name);
        revision++;
        generation++;
        hostOwned.removeIf(key -> key.interfaceIndex() == interfaceIndex);
        if (watcher != null && before != null) {
            watcher.linkGone(interfaceIndex);
            watcher.linkChanged(before.name(), 0, false);
        }
    }

    @Override
    public void addressAdded(int interfaceIndex, AddressFamily family, long high, long low, int prefixLength, int scope,
            int flags) {
        IpAddress address = new IpAddress(family, high, low);
        InterfaceAddress before = table.find(interfaceIndex, address);
        table.addressAdded(interfaceIndex, family, high, low, prefixLength, scope, flags);
        String name = name(interfaceIndex);
        boolean virtual = isVirtual(name, interfaceIndex, address);
        if (!virtual) {
            revision++;
        }
        if (watcher == null || virtual) {
            return;
        }
        if (before == null) {
            watcher.addressAssigned(name, new IpPrefix(address, prefixLength));
        }
        if (before == null || before.flags() != flags) {
            watcher.sourcesChanged(name);
        }
    }

    @Override
    public void addressRemoved(int interfaceIndex, AddressFamily family, long high, long low, int prefixLength) {
        IpAddress address = new IpAddress(family, high, low);
        boolean known = table.find(interfaceIndex, address) != null;
        String name = name(interfaceIndex);
        boolean virtual = isVirtual(name, interfaceIndex, address);
        table.addressRemoved(interfaceIndex, family, high, low, prefixLength);
        hostOwned.remove(new AddressKey(interfaceIndex, address));
        if (!virtual) {
            revision++;
        }
        if (watcher == null) {
            return;
        }
        boolean ours = watcher.addressGone(name, interfaceIndex, address);
        if (known && !virtual && !ours) {
            watcher.addressDeassigned(name, interfaceIndex, new IpPrefix(address, prefixLength));
            watcher.sourcesChanged(name);
        }
    }

    private String name(int interfaceIndex) {
        Link link = table.byIndex(interfaceIndex);
        return link == null ? "" : link.name();
    }
}
