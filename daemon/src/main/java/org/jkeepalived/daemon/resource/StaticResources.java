package org.jkeepalived.daemon.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.daemon.dump.VirtualAddressText;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.ResourceKind;
import org.jkeepalived.vrrp.ResourceSet;

/**
 * static_ipaddress, static_routes and static_rules: set before any instance starts, whatever state instances are in, and removed after they
 * have stopped. One that somebody else removes comes back: at once the first time, after 1 s, 2 s, 4 s ... 32 s while that goes on. One that
 * the kernel refuses for now is tried again at the same pace. The loop's thread owns it.
 */
public final class StaticResources {

    /** Where its changes go, and what it says. */
    public interface Outlet {
        void add(ResourceBatch batch);

        void delete(ResourceBatch batch);

        /** A line for the log. */
        void say(String line);
    }

    private static final long SETTLE_NANOS = 5_000_000L;
    private static final long FIRST_DELAY_NANOS = 1_000_000_000L;
    private static final long MAXIMUM_DELAY_NANOS = 32_000_000_000L;
    /** After so long without a loss the next one is the first again. */
    private static final long PEACE_NANOS = 60_000_000_000L;

    private static final class Pending {
        long dueNanos;
        long delayNanos;
        boolean waiting;
        boolean refused;
    }

    private final Interfaces interfaces;
    private final Holdings holdings;
    private final Outlet outlet;
    private final Map<Resource, Pending> pending = new HashMap<>();
    private InstanceResources resources;
    private ResourceSet configured = ResourceSet.NONE;
    private long nextDeadlineNanos = Long.MAX_VALUE;

    public StaticResources(Interfaces interfaces, Holdings holdings, Outlet outlet) {
        this.interfaces = interfaces;
        this.holdings = holdings;
        this.outlet = outlet;
    }

    /** The objects of the static blocks as resources: addresses, routes, rules. */
    public static ResourceSet resources(StaticSettings statics) {
        List<Resource> all = new ArrayList<>();
        statics.addresses()
                .forEach(address -> all.add(new Resource(ResourceKind.ADDRESS, address.address().interfaceName(),
                        new IpPrefix(address.address().address(), address.address().prefixLength()), false, false,
                        !address.address().noTrack(), new AddressObject(address.address()))));
        statics.routes().forEach(route -> all.add(RouteObject.resource(route)));
        statics.rules().forEach(rule -> all.add(RuleObject.resource(rule)));
        return all.isEmpty() ? ResourceSet.NONE : new ResourceSet(all);
    }

    /** Goes over to these: what is gone is removed, what is new is added, the rest is left alone. */
    public void configure(ResourceSet next) {
        if (resources == null) {
            if (next.all().isEmpty()) {
                return;
            }
            resources = new InstanceResources(Claim.STATIC_OWNER, holdings, interfaces);
        }
        boolean first = configured.all().isEmpty();
        Set<Resource> before = new HashSet<>(configured.all());
        Set<Resource> after = new HashSet<>(next.all());
        resources.configure(PreparedResources.of(next, interfaces));
        List<Resource> gone = configured.removal().stream().filter(resource -> !after.contains(resource)).toList();
        if (!gone.isEmpty()) {
            outlet.delete(resources.remove(gone));
            gone.forEach(pending::remove);
            findDeadline();
        }
        if (first) {
            removeLeftRules();
        }
        List<Resource> fresh = next.all().stream().filter(resource -> !before.contains(resource)).toList();
        if (!fresh.isEmpty()) {
            outlet.add(resources.install(fresh));
        }
        configured = next;
        resources.forgetRetired();
    }

    /** Of an earlier run; a rule would be there twice, or be refused. */
    private void removeLeftRules() {
        List<Claim> rules = new ArrayList<>();
        for (Claim claim : resources.possible()) {
            if (claim.object().kind() == ResourceKind.RULE && claim.entry().marked()) {
                rules.add(claim);
            }
        }
        if (!rules.isEmpty()) {
            outlet.delete(resources.removeLeftovers(rules));
        }
    }

    /** Somebody else removed it. */
    public void lost(Claim claim, long nowNanos) {
        if (claim.resource().tracked()) {
            schedule(claim.resource(), nowNanos, false);
        }
    }

    /** What became of a request. */
    public void told(Event event, long nowNanos) {
        if (event instanceof Event.ResourceRefused(int _, var resource, var reason, boolean permanent)) {
            Pending known = pending.get(resource);
            if (known == null || !known.refused) {
                outlet.say("cannot set static " + resource.kind().noun() + " " + text(resource) + ": " + reason);
            }
            if (!permanent) {
                schedule(resource, nowNanos, true);
            }
        }
    }

    private void schedule(Resource resource, long nowNanos, boolean refused) {
        Pending next = pending.computeIfAbsent(resource, _ -> new Pending());
        if (next.waiting) {
            return;
        }
        boolean again = next.delayNanos > 0 && nowNanos - next.dueNanos < PEACE_NANOS;
        next.delayNanos = again ? Math.min(2 * next.delayNanos, MAXIMUM_DELAY_NANOS) : FIRST_DELAY_NANOS;
        next.dueNanos = nowNanos + (again ? next.delayNanos / 2 : refused ? FIRST_DELAY_NANOS : SETTLE_NANOS);
        next.refused = refused;
        next.waiting = true;
        findDeadline();
    }

    /** An interface is up again, or new: what it took with it comes back. */
    public void interfaceUp(String name) {
        if (resources == null) {
            return;
        }
        resources.refresh();
        List<Resource> missing = new ArrayList<>();
        for (Claim claim : resources.possible()) {
            boolean its = claim.object().interfaceName().equals(name) && claim.object().kind() != ResourceKind.RULE;
            if (its && claim.resource().tracked() && !holdings.isOurs(claim.entry().key())) {
                missing.add(claim.resource());
                restoring(claim.resource());
            }
        }
        if (!missing.isEmpty()) {
            outlet.add(resources.install(missing));
        }
    }

    /** When {@link #fire} wants to be called next; {@link Long#MAX_VALUE} for never. */
    public long nextDeadlineNanos() {
        return nextDeadlineNanos;
    }

    /** Asked once a turn of the loop, so the answer is kept. */
    private void findDeadline() {
        nextDeadlineNanos = Long.MAX_VALUE;
        for (Pending one : pending.values()) {
            if (one.waiting) {
                nextDeadlineNanos = Math.min(nextDeadlineNanos, one.dueNanos);
            }
        }
    }

    /** Puts back what is due. */
    public void fire(long nowNanos) {
        List<Resource> due = new ArrayList<>();
        pending.forEach((resource, one) -> {
            if (one.waiting && one.dueNanos <= nowNanos) {
                one.waiting = false;
                due.add(resource);
                if (!one.refused) {
                    restoring(resource);
                }
            }
        });
        findDeadline();
        if (!due.isEmpty()) {
            resources.refresh();
            outlet.add(resources.install(due));
        }
    }

    private void restoring(Resource resource) {
        outlet.say("Restoring deleted static " + resource.kind().noun() + " " + text(resource));
    }

    private static String text(Resource resource) {
        return resource.spec() instanceof AddressObject address
                ? VirtualAddressText.of(address.settings(), true)
                : ((KernelObject) resource.spec()).text();
    }

    /** What is there now. */
    public List<KernelObject> held() {
        List<KernelObject> objects = new ArrayList<>();
        if (resources != null) {
            for (Claim claim : resources.possible()) {
                if (claim.held()) {
                    objects.add(claim.object());
                }
            }
        }
        return objects;
    }

    /** Removes everything. */
    public void stop() {
        pending.clear();
        findDeadline();
        if (resources != null) {
            outlet.delete(resources.remove(configured.removal()));
        }
    }
}
