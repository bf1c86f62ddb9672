package org.jkeepalived.vrrp.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.Resource;

/**
 * What one host's kernel holds for its routers, and how it answers: it takes a resource, or refuses it for a while or for good. Somebody else
 * on the host may take resources away, once or whenever they are there.
 */
final class SimulatedKernel {

    /** Holders by resource: routers that share one, or hand one over, do not take it from each other. */
    private final Map<Resource, Set<Integer>> holders = new LinkedHashMap<>();
    private final Map<Resource, Boolean> refusedForGood = new HashMap<>();
    private final Set<Resource> fought = new LinkedHashSet<>();

    /** Installs what it does not refuse, and says what comes of it. */
    List<Event> install(int router, List<Resource> resources, boolean confirm) {
        List<Event> outcomes = new ArrayList<>();
        for (Resource resource : resources) {
            Boolean forGood = refusedForGood.get(resource);
            if (forGood != null) {
                outcomes.add(new Event.ResourceRefused(router, resource, "simulated", forGood));
                continue;
            }
            holders.computeIfAbsent(resource, key -> new LinkedHashSet<>()).add(router);
            if (confirm) {
                outcomes.add(new Event.ResourceInstalled(router, resource));
            }
            if (fought.contains(resource)) {
                outcomes.addAll(steal(resource));
            }
        }
        return outcomes;
    }

    void remove(int router, List<Resource> resources) {
        for (Resource resource : resources) {
            Set<Integer> held = holders.get(resource);
            if (held != null && held.remove(router) && held.isEmpty()) {
                holders.remove(resource);
            }
        }
    }

    /** Somebody else takes a resource away; each of its holders is told. */
    List<Event> steal(Resource resource) {
        List<Event> losses = new ArrayList<>();
        Set<Integer> held = holders.remove(resource);
        if (held != null) {
            for (int router : held) {
                losses.add(new Event.ResourceLost(router, resource));
            }
        }
        return losses;
    }

    /** From now on somebody else takes it away whenever it is there. */
    List<Event> fight(Resource resource) {
        fought.add(resource);
        return steal(resource);
    }

    void refuse(Resource resource, boolean forGood) {
        refusedForGood.put(resource, forGood);
    }

    /** Nobody interferes any more and everything is taken. */
    void calm() {
        fought.clear();
        refusedForGood.clear();
    }

    /** The host is gone and everything with it. */
    void clear() {
        holders.clear();
    }

    boolean holdsAnyOf(int router) {
        for (Set<Integer> held : holders.values()) {
            if (held.contains(router)) {
                return true;
            }
        }
        return false;
    }

    /** All that it holds for a router. */
    Set<Resource> heldBy(int router) {
        Set<Resource> all = new LinkedHashSet<>();
        for (Map.Entry<Resource, Set<Integer>> entry : holders.entrySet()) {
            if (entry.getValue().contains(router)) {
                all.add(entry.getKey());
            }
        }
        return all;
    }
}
