package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jkeepalived.config.settings.GroupEntry;
import org.jkeepalived.config.settings.VirtualServerGroupSettings;
import org.jkeepalived.net.AddressFamily;

/** A virtual_server_group while it is read. */
public final class VirtualServerGroupDraft {
    /** As written. */
    public final String name;
    private final List<GroupEntry> entries = new ArrayList<>();
    private final List<GroupEntry.Addresses> addresses = new ArrayList<>();
    private final Set<AddressFamily> families = EnumSet.noneOf(AddressFamily.class);
    private boolean marks;
    private boolean markWithoutFamily;
    private boolean everyPort;

    /** A group without entries. */
    public VirtualServerGroupDraft(String name) {
        this.name = name;
    }

    /** Adds a usable entry. */
    public void add(GroupEntry entry) {
        entries.add(entry);
        switch (entry) {
            case GroupEntry.Addresses some -> {
                addresses.add(some);
                families.add(VirtualServerDraft.familyOf(some.first()));
                everyPort |= some.port() == 0;
            }
            case GroupEntry.FirewallMark mark -> {
                marks = true;
                markWithoutFamily |= mark.family() == null;
                if (mark.family() != null) {
                    families.add(mark.family());
                }
            }
        }
    }

    /** The entries with addresses, in file order. */
    public List<GroupEntry.Addresses> addresses() {
        return Collections.unmodifiableList(addresses);
    }

    /** Whether there is no usable entry. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether it holds a firewall mark. */
    public boolean hasMarks() {
        return marks;
    }

    /** Whether an address or a mark is of this family. */
    public boolean has(AddressFamily family) {
        return families.contains(family);
    }

    /** Whether a mark is of no family. */
    public boolean hasMarkWithoutFamily() {
        return markWithoutFamily;
    }

    /** Whether an address is served at every port. */
    public boolean hasEveryPort() {
        return everyPort;
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
