package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.AddressFamily;
import org.jkeepalived.config.settings.GroupEntry;
import org.jkeepalived.config.settings.VirtualServerGroupSettings;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A virtual_server_group while it is read. */
public final class VirtualServerGroupDraft {
    /** As written. */
    public final String name;
    /** Usable entries, in file order. */
    public final List<GroupEntry> entries = new ArrayList<>();

    /** A group without entries. */
    public VirtualServerGroupDraft(String name) {
        this.name = name;
    }

    /** The entries with addresses. */
    public Stream<GroupEntry.Addresses> addresses() {
        return entries.stream().filter(GroupEntry.Addresses.class::isInstance).map(GroupEntry.Addresses.class::cast);
    }

    /** The entries with marks. */
    public Stream<GroupEntry.FirewallMark> marks() {
        return entries.stream().filter(GroupEntry.FirewallMark.class::isInstance)
                .map(GroupEntry.FirewallMark.class::cast);
    }

    /** Whether an address or a mark is of this family. */
    public boolean has(AddressFamily family) {
        return addresses().anyMatch(entry -> (entry.first() instanceof Inet4Address) == (family == AddressFamily.IPV4))
                || marks().anyMatch(mark -> mark.family() == family);
    }

    /** Whether a mark is of no family. */
    public boolean hasMarkWithoutFamily() {
        return marks().anyMatch(mark -> mark.family() == null);
    }

    /** The entries as they are written. */
    public List<String> written() {
        return entries.stream().map(GroupEntry::written).toList();
    }

    /** The settings. */
    public VirtualServerGroupSettings settings() {
        return new VirtualServerGroupSettings(name, entries);
    }
}
