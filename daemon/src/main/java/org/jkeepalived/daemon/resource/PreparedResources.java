package org.jkeepalived.daemon.resource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.ResourceKind;
import org.jkeepalived.vrrp.ResourceSet;

/**
 * The resources of one owner as requests and frames, ready before they are needed, so that a takeover costs the system calls and nothing
 * else. Made by any thread from the interfaces of one moment; {@link InstanceResources} takes it over on the loop.
 */
public final class PreparedResources {

    /** An interface that something was prepared with; null links stand for missing ones. */
    private record Used(String name, Link link) {}

    private final ResourceSet resources;
    /** By position in {@link #resources}; null where an interface is missing. */
    final Claim[] claims;
    final ResourceBatch additions;
    final ResourceBatch deletions;
    final AnnouncementFrame[] announcements;
    private final List<Used> used;
    /** Positions of resources, made when first asked for. */
    private Map<Resource, Integer> positions;

    private PreparedResources(ResourceSet resources, Claim[] claims, List<Used> used) {
        this.resources = resources;
        this.claims = claims;
        this.used = used;
        List<Claim> possible = new ArrayList<>(claims.length);
        List<AnnouncementFrame> frames = new ArrayList<>(claims.length);
        for (Claim claim : claims) {
            if (claim != null) {
                possible.add(claim);
                if (claim.announcement() != null) {
                    frames.add(claim.announcement());
                }
            }
        }
        additions = ResourceBatch.of(possible.toArray(Claim[]::new), true);
        deletions = ResourceBatch.deletions(removalOrder(possible));
        announcements = frames.toArray(AnnouncementFrame[]::new);
    }

    /** The kinds backwards; what is of one kind keeps its order. */
    private static List<Claim> removalOrder(List<Claim> claims) {
        if (claims.isEmpty() || claims.getFirst().object().kind() == claims.getLast().object().kind()) {
            return claims;
        }
        List<Claim> ordered = new ArrayList<>(claims.size());
        ResourceKind[] kinds = ResourceKind.values();
        for (int i = kinds.length - 1; i >= 0; i--) {
            for (Claim claim : claims) {
                if (claim.object().kind() == kinds[i]) {
                    ordered.add(claim);
                }
            }
        }
        return ordered;
    }

    /** @param resources their specs are {@link KernelObject}s */
    public static PreparedResources of(ResourceSet resources, Interfaces interfaces) {
        Map<String, Used> used = new HashMap<>();
        Map<String, Boolean> forwarding = new HashMap<>();
        Interfaces noted = name -> used.computeIfAbsent(name, n -> new Used(n, interfaces.link(n))).link();
        Claim[] claims = new Claim[resources.all().size()];
        for (int i = 0; i < claims.length; i++) {
            Resource resource = resources.all().get(i);
            KernelObject object = (KernelObject) resource.spec();
            KernelEntry entry = object.prepare(noted);
            if (entry != null) {
                claims[i] = new Claim(resource, object, entry, announcement(resource, noted, forwarding));
            }
        }
        return new PreparedResources(resources, claims, List.copyOf(used.values()));
    }

    private static AnnouncementFrame announcement(Resource resource, Interfaces interfaces,
            Map<String, Boolean> forwarding) {
        if (!resource.announced()) {
            return null;
        }
        Link link = interfaces.link(resource.interfaceName());
        boolean router = forwarding.computeIfAbsent(link.name(), PreparedResources::forwardsIpv6);
        return AnnouncementFrame.of(link.index(), link.hardware(), resource.address().address(), router);
    }

    /** Whether the interface forwards, which the R flag of a neighbour advertisement tells (RFC 4861 section 4.4). */
    private static boolean forwardsIpv6(String interfaceName) {
        try {
            return Files.readString(Path.of("/proc/sys/net/ipv6/conf", interfaceName, "forwarding")).startsWith("1");
        } catch (IOException e) {
            return false;
        }
    }

    /** What it was prepared for. */
    ResourceSet resources() {
        return resources;
    }

    /** Makes what the place of one resource is looked up in, beside the loop rather than on it. */
    public PreparedResources indexed() {
        if (positions == null) {
            List<Resource> all = resources.all();
            positions = HashMap.newHashMap(all.size());
            for (int i = 0; i < all.size(); i++) {
                positions.putIfAbsent(all.get(i), i);
            }
        }
        return this;
    }

    /** Whether the resource is one of these. */
    boolean has(Resource resource) {
        return indexed().positions.containsKey(resource);
    }

    /** The claim for a resource; null when it is none of these or its interface is missing. */
    Claim claim(Resource resource) {
        Integer position = indexed().positions.get(resource);
        return position == null ? null : claims[position];
    }

    /** Whether every interface that it was prepared with is as it was then, in index, name, hardware address and table. */
    boolean fits(Interfaces interfaces) {
        for (Used one : used) {
            Link now = interfaces.link(one.name());
            Link then = one.link();
            boolean same = now == then || now != null && then != null && now.index() == then.index()
                    && now.hardware().value() == then.hardware().value() && now.vrfTable() == then.vrfTable();
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
