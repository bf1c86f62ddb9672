package org.jkeepalived.daemon.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.kernel.RouterEffects;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.loop.Timed;
import org.jkeepalived.daemon.resource.AddressKey;
import org.jkeepalived.daemon.resource.Claim;
import org.jkeepalived.daemon.resource.Holdings;
import org.jkeepalived.daemon.resource.InstanceResources;
import org.jkeepalived.daemon.resource.PreparedResources;
import org.jkeepalived.daemon.resource.ResourceBatch;
import org.jkeepalived.daemon.resource.RoutingWatch;
import org.jkeepalived.daemon.resource.StaticResources;
import org.jkeepalived.daemon.snapshot.ResourceStatus;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.route.RouteMonitor;
import org.jkeepalived.netlink.route.RouteSpec;
import org.jkeepalived.vrrp.ElectionSettings;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.RouterParameters;

/**
 * What routers and the static blocks hold in the kernel, and what the kernel tells of it: leftovers of an earlier run, losses, lost news. The
 * loop's thread owns it.
 */
final class ResourceControl implements Timed {

    private final LinkTable links;
    private final RouteMonitor monitor;
    private final Holdings holdings;
    private final EffectBatch effects;
    private final DaemonLog journal;
    private final Consumer<Event> core;
    private final StaticResources statics;
    /** Null as long as no configuration has had a route or a rule. */
    private RoutingWatch routing;

    /** @param core told what routers have lost */
    ResourceControl(LinkTable links, RouteMonitor monitor, Holdings holdings, EffectBatch effects, DaemonLog journal,
            Consumer<Event> core) {
        this.links = links;
        this.monitor = monitor;
        this.holdings = holdings;
        this.effects = effects;
        this.journal = journal;
        this.core = core;
        this.statics = new StaticResources(links, holdings, new StaticOutlet());
        effects.changes().onStatic(event -> statics.told(event, System.nanoTime()));
    }

    /** What static objects ask of the kernel goes with the effects of the turn. */
    private final class StaticOutlet implements StaticResources.Outlet {
        @Override
        public void add(ResourceBatch batch) {
            effects.changes().add(Claim.STATIC_OWNER, batch, false);
        }

        @Override
        public void delete(ResourceBatch batch) {
            effects.changes().delete(Claim.STATIC_OWNER, batch);
        }

        @Override
        public void say(String line) {
            journal.vrrp(line);
        }
    }

    /** The effects of a new router, which holds nothing yet. */
    RouterEffects effects(int number, RouterParameters parameters, InstanceSettings settings,
            PreparedResources prepared) {
        return new RouterEffects(links, new InstanceResources(number, holdings, links), parameters, settings, prepared);
    }

    /** What is there already was left by an earlier run, unless the router owns its addresses: an owner's are the host's. */
    void removeLeftovers(int number) {
        RouterEffects router = effects.get(number);
        router.prepare();
        boolean owner = router.parameters().election().priority() == ElectionSettings.OWNER_PRIORITY;
        boolean kept = false;
        List<Claim> left = new ArrayList<>();
        for (Claim claim : router.resources().possible()) {
            if (claim.entry().key() instanceof AddressKey key) {
                boolean there = links.has(key.interfaceIndex(), key.address(), claim.resource().address().length())
                        && !holdings.isOurs(key);
                if (there && owner) {
                    links.hostOwns(key.interfaceIndex(), key.address());
                    kept = true;
                } else if (there) {
                    left.add(claim);
                    journal.vrrp("(" + router.parameters().name() + ") " + claim.object().text()
                            + " was left on this host by an earlier run, removing it");
                }
            } else if (claim.entry().marked() && !owner && !holdings.isOurs(claim.entry().key())) {
                left.add(claim);
            }
        }
        if (!kept) {
            sayRemoving(router);
        }
        if (!owner) {
            effects.removeLeftovers(number, left.reversed());
        }
    }

    /** keepalived's words, which it has at each start. */
    private void sayRemoving(RouterEffects router) {
        String prefix = "(" + router.parameters().name() + ") removing ";
        if (!router.settings().rules().isEmpty()) {
            journal.vrrpDetail(prefix + "Virtual Rules");
        }
        if (!router.settings().routes().isEmpty()) {
            journal.vrrpDetail(prefix + "Virtual Routes");
        }
        journal.vrrpDetail(prefix + "VIPs.");
        if (!router.settings().excludedAddresses().isEmpty()) {
            journal.vrrpDetail(prefix + "E-VIPs.");
        }
    }

    /** What is held now, for a dump. */
    ResourceStatus status() {
        return new HeldStatus(effects, statics.held());
    }

    /** Goes over to the static objects of a configuration. */
    void configureStatics(Configuration configuration) {
        statics.configure(StaticResources.resources(configuration.statics()));
    }

    /**
     * Routes and rules are followed only where something of ours can be lost.
     *
     * @return why their losses will not be noticed, or the empty text
     */
    String followRouting(Configuration configuration) {
        boolean any = !configuration.statics().routes().isEmpty() || !configuration.statics().rules().isEmpty();
        for (InstanceSettings instance : configuration.instances()) {
            any |= !instance.routes().isEmpty() || !instance.rules().isEmpty();
        }
        if (any || routing != null) {
            if (routing == null) {
                routing = new RoutingWatch(holdings, this::lost);
            }
            try {
                monitor.follow(routing.groups(), RouteSpec.PROTOCOL_KEEPALIVED, routing);
            } catch (SystemCallException e) {
                return "routes and rules that somebody else removes will not be noticed: " + e.getMessage();
            }
        }
        return "";
    }

    /** The kernel says that an address is gone; returns whether this process had put it there. */
    boolean addressGone(String interfaceName, int interfaceIndex, IpAddress address) {
        AddressKey key = new AddressKey(interfaceIndex, address);
        boolean ours = holdings.isOurs(key);
        List<Claim> losers = holdings.gone(key);
        if (!losers.isEmpty()) {
            journal.vrrp("Netlink reflector reports IP " + address + " removed from " + interfaceName);
            lost(losers);
        }
        return ours;
    }

    /** An interface is no more. */
    void linkGone(int interfaceIndex) {
        holdings.interfaceGone(interfaceIndex);
    }

    /** An interface is usable again. */
    void linkUp(String name) {
        statics.interfaceUp(name);
    }

    /** News may have been lost: what should be there is compared with what is. */
    void compareAddresses() {
        lost(holdings.compare(key -> key instanceof AddressKey address
                ? Boolean.valueOf(links.has(address.interfaceIndex(), address.address()))
                : null));
    }

    private void lost(List<Claim> losers) {
        for (Claim claim : losers) {
            if (claim.owner() == Claim.STATIC_OWNER) {
                statics.lost(claim, System.nanoTime());
            } else {
                core.accept(new Event.ResourceLost(claim.owner(), claim.resource()));
            }
        }
    }

    @Override
    public long nextDeadlineNanos() {
        return statics.nextDeadlineNanos();
    }

    @Override
    public void fire(long nowNanos) {
        statics.fire(nowNanos);
    }

    /** Removes the static objects; routers have stopped before. */
    void stop() {
        statics.stop();
    }
}
