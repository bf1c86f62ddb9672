package org.jkeepalived.daemon.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.ResourceSet;

/**
 * All that one instance holds in the kernel, and the order of it: link, addresses, routes, rules, filter; the reverse at removal. What depends
 * on interfaces is made anew when one of them has changed. The loop's thread owns it.
 */
public final class InstanceResources {
    private final int owner;
    private final Holdings holdings;
    private final Interfaces interfaces;
    private PreparedResources prepared;
    /** What the configuration before had: a reload removes it after the new one is known. */
    private final Map<Resource, Claim> retired = new HashMap<>();

    /** @param owner number of the router, or {@link Claim#STATIC_OWNER} */
    public InstanceResources(int owner, Holdings holdings, Interfaces interfaces) {
        this.owner = owner;
        this.holdings = holdings;
        this.interfaces = interfaces;
    }

    /** Another configuration. What it has in common with the one before stays held; the rest can still be removed until {@link #forgetRetired}. */
    public void configure(PreparedResources next) {
        PreparedResources before = prepared;
        prepared = next.fits(interfaces) ? next : PreparedResources.of(next.resources(), interfaces);
        register(before);
    }

    /** Makes it fit the interfaces as they are now. */
    public void refresh() {
        if (!prepared.fits(interfaces)) {
            PreparedResources before = prepared;
            prepared = PreparedResources.of(before.resources(), interfaces);
            register(before);
            forgetRetired();
        }
    }

    private void register(PreparedResources before) {
        for (Claim claim : prepared.claims) {
            if (claim != null) {
                claim.owner = owner;
                holdings.register(claim);
            }
        }
        if (before == null) {
            return;
        }
        for (Claim old : before.claims) {
            if (old == null) {
                continue;
            }
            Claim successor = prepared.claim(old.resource());
            if (successor == null) {
                retired.put(old.resource(), old);
            } else {
                holdings.forget(old, successor);
            }
        }
    }

    /** What the configuration before had alone is of no interest any more. */
    public void forgetRetired() {
        retired.values().forEach(claim -> holdings.forget(claim, null));
        retired.clear();
    }

    /** The instance is no more. */
    public void close() {
        forgetRetired();
        for (Claim claim : prepared.claims) {
            if (claim != null) {
                holdings.forget(claim, null);
            }
        }
    }

    /** Requests that add these resources; ready beforehand when they are all of the instance's. */
    public ResourceBatch install(List<Resource> resources) {
        return isEverything(resources)
                ? prepared.additions
                : ResourceBatch.of(known(resources).toArray(Claim[]::new), true);
    }

    /** Lets go of these resources; the requests delete what nobody else holds. */
    public ResourceBatch remove(List<Resource> resources) {
        if (isEverything(resources)) {
            ResourceBatch all = prepared.deletions;
            List<Claim> last = released(all.claims());
            return last.size() == all.claims().length ? all : ResourceBatch.deletions(last);
        }
        return ResourceBatch.deletions(released(known(resources).toArray(Claim[]::new)));
    }

    private List<Claim> released(Claim[] claims) {
        List<Claim> last = new ArrayList<>(claims.length);
        for (Claim claim : claims) {
            if (holdings.release(claim)) {
                last.add(claim);
            }
        }
        return last;
    }

    /** Takes away what an earlier run left. */
    public ResourceBatch removeLeftovers(List<Claim> leftovers) {
        leftovers.forEach(holdings::removeLeftover);
        return ResourceBatch.deletions(leftovers);
    }

    /** The frames that announce these resources; ready beforehand when they are all of the instance's. */
    public AnnouncementFrame[] announcements(List<Resource> resources) {
        if (resources == prepared.resources().announced()) {
            return prepared.announcements;
        }
        List<AnnouncementFrame> frames = new ArrayList<>(resources.size());
        for (Claim claim : known(resources)) {
            if (claim.announcement() != null) {
                frames.add(claim.announcement());
            }
        }
        return frames.toArray(AnnouncementFrame[]::new);
    }

    /** What can be there as the interfaces are now. */
    public List<Claim> possible() {
        return List.of(prepared.additions.claims());
    }

    private boolean isEverything(List<Resource> resources) {
        ResourceSet all = prepared.resources();
        return resources == all.all() || resources == all.removal();
    }

    private List<Claim> known(List<Resource> resources) {
        List<Claim> found = new ArrayList<>(resources.size());
        for (Resource resource : resources) {
            Claim claim = prepared.has(resource) ? prepared.claim(resource) : retired.get(resource);
            if (claim != null) {
                found.add(claim);
            }
        }
        return found;
    }
}
