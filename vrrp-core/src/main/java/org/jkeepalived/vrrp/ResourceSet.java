package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jkeepalived.net.IpAddress;

/** The resources of one router in the order of installation, and the parts of them that are asked for again and again. Immutable. */
public final class ResourceSet {

    public static final ResourceSet NONE = new ResourceSet(List.of());

    private static final ResourceKind[] KINDS = ResourceKind.values();
    /** So few are looked through faster than hashed. */
    private static final int SCANNED = 8;

    private final List<Resource> all;
    private final List<Resource> removal;
    private final List<Resource> announced;
    private final List<IpAddress> advertisedAddresses;
    /** Made when it is asked for: a start does not pay for it. */
    private Set<Resource> members;

    /** @param resources in configuration order, which is kept among those of one kind */
    public ResourceSet(List<Resource> resources) {
        all = byKind(resources, true);
        removal = byKind(resources, false);
        List<Resource> toAnnounce = new ArrayList<>();
        List<IpAddress> advertised = new ArrayList<>();
        for (Resource resource : all) {
            if (resource.announced()) {
                toAnnounce.add(resource);
            }
            if (resource.advertised()) {
                advertised.add(resource.address().address());
            }
        }
        announced = List.copyOf(toAnnounce);
        advertisedAddresses = List.copyOf(advertised);
    }

    /** The resources sorted by kind, in the order of installation or the reverse; those of one kind keep their order. */
    static List<Resource> byKind(List<Resource> resources, boolean installation) {
        if (isSorted(resources, installation)) {
            return List.copyOf(resources);
        }
        List<Resource> sorted = new ArrayList<>(resources.size());
        for (int i = 0; i < KINDS.length; i++) {
            ResourceKind kind = KINDS[installation ? i : KINDS.length - 1 - i];
            for (Resource resource : resources) {
                if (resource.kind() == kind) {
                    sorted.add(resource);
                }
            }
        }
        return List.copyOf(sorted);
    }

    private static boolean isSorted(List<Resource> resources, boolean installation) {
        for (int i = 1; i < resources.size(); i++) {
            int step = resources.get(i).kind().ordinal() - resources.get(i - 1).kind().ordinal();
            if (installation ? step < 0 : step > 0) {
                return false;
            }
        }
        return true;
    }

    /** All, in the order of installation. */
    public List<Resource> all() {
        return all;
    }

    /** All, in the order of removal. */
    public List<Resource> removal() {
        return removal;
    }

    /** Whether the resource is among them. */
    public boolean contains(Resource resource) {
        if (all.size() <= SCANNED) {
            return all.contains(resource);
        }
        Set<Resource> set = members;
        if (set == null) {
            set = Set.copyOf(all);
            members = set;
        }
        return set.contains(resource);
    }

    /** Those that neighbours are told of. */
    public List<Resource> announced() {
        return announced;
    }

    /** The addresses in adverts, in configuration order. */
    public List<IpAddress> advertisedAddresses() {
        return advertisedAddresses;
    }

    // The parts follow from the whole.
    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceSet that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
