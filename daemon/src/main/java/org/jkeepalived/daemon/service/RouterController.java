package org.jkeepalived.daemon.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.interfaces.LinkWatcher;
import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.kernel.PreparedAddress;
import org.jkeepalived.daemon.kernel.RouterEffects;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.loop.CoreDriver;
import org.jkeepalived.daemon.loop.VrrpLoop;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.mapping.TrackerId;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.daemon.observe.LogNames;
import org.jkeepalived.daemon.observe.Observers;
import org.jkeepalived.daemon.observe.RunningConfiguration;
import org.jkeepalived.daemon.snapshot.DaemonSnapshot;
import org.jkeepalived.daemon.snapshot.HostLinks;
import org.jkeepalived.daemon.snapshot.WallClock;
import org.jkeepalived.daemon.tracking.InterfaceSource;
import org.jkeepalived.daemon.tracking.TrackerSink;
import org.jkeepalived.daemon.tracking.TrackerSource;
import org.jkeepalived.daemon.tracking.TrackerSources;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.LinkState;
import org.jkeepalived.vrrp.Reconfiguration;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.RouterSetParameters;
import org.jkeepalived.vrrp.RouterSetSnapshot;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.TrackerCondition;

/** The routers of a configuration on this host's interfaces. The loop's thread owns it. */
final class RouterController implements LinkWatcher, TrackerSink {

    private final LinkTable links;
    private final EffectBatch effects;
    private final DaemonLog journal;
    private final TrackerIds trackerIds = new TrackerIds();
    private final InterfaceSource interfaces = new InterfaceSource(this);
    private final InstanceMapper mapper;
    private final CoreDriver core;
    private final Observers observers;
    private RunningConfiguration running = RunningConfiguration.NONE;
    private VrrpLoop loop;
    private Configuration configuration;
    private Set<IpAddress> virtualAddresses = Set.of();
    private final Set<String> followedInterfaces = new HashSet<>();
    private final Map<String, Boolean> reportedUp = new HashMap<>();

    RouterController(LinkTable links, EffectBatch effects, CoreDriver core, Observers observers, DaemonLog journal) {
        this.links = links;
        this.effects = effects;
        this.core = core;
        this.observers = observers;
        this.journal = journal;
        this.mapper = new InstanceMapper(TrackerSources.KINDS, trackerIds, links);
    }

    /** Tells of links, which this object hears of. */
    TrackerSource interfaces() {
        return interfaces;
    }

    /** Everything as it is now. On the loop's thread. */
    DaemonSnapshot situation() {
        WallClock clock = WallClock.now();
        return new DaemonSnapshot(clock, configuration, core.routers().snapshot(clock.nowNanos()),
                HostLinks.of(links.table()));
    }

    /** The routers as they are now. */
    RouterSetSnapshot snapshot() {
        return core.routers().snapshot(System.nanoTime());
    }

    /** Counts from zero again. */
    void clearCounters() {
        core.routers().clearCounters();
    }

    /** Prepares the routers of the first configuration. */
    void configure(Configuration first) {
        adopt(first);
        RouterSetParameters parameters = mapper.map(first);
        RouterSet routers = new RouterSet(parameters);
        observe(parameters);
        core.adopt(routers);
        for (int i = 0; i < first.instances().size(); i++) {
            effects.put(i, new RouterEffects(links, routers.parameters(i), first.instances().get(i)));
        }
    }

    /** What happens from now on belongs to this configuration. */
    private void observe(RouterSetParameters parameters) {
        running = running.next(configuration, parameters.routers(), new LogNames(configuration, links, trackerIds));
        observers.configuration(running);
    }

    private void adopt(Configuration next) {
        configuration = next;
        Set<IpAddress> virtual = new HashSet<>();
        followedInterfaces.clear();
        for (InstanceSettings instance : next.instances()) {
            followedInterfaces.add(instance.interfaceName());
            instance.trackInterfaces().forEach(tracked -> followedInterfaces.add(tracked.name()));
            for (VirtualAddress address : InstanceMapper.allAddresses(instance)) {
                followedInterfaces.add(address.interfaceName());
                virtual.add(address.address());
            }
        }
        next.syncGroups()
                .forEach(group -> group.trackInterfaces().forEach(tracked -> followedInterfaces.add(tracked.name())));
        links.setVirtualAddresses(virtual);
        virtualAddresses = virtual;
        followedInterfaces.forEach(name -> reportedUp.putIfAbsent(name, links.up(name)));
    }

    /** Removes what an earlier run left, and starts the routers. */
    void start(VrrpLoop runningLoop) {
        loop = runningLoop;
        loop.fitReceivers();
        links.watch(this);
        for (String name : followedInterfaces) {
            for (var held : links.table().addresses(links.index(name))) {
                if (!links.isVirtual(held.address())) {
                    addressAssigned(name, held.address());
                }
            }
            // The routers take an interface with an index for one that is up.
            if (!links.up(name)) {
                tellLink(name, links.index(name), false);
            }
        }
        for (int i = 0; i < effects.size(); i++) {
            removeLeftovers(i, effects.get(i), Set.of());
        }
        core.start();
        loop.carryOut();
    }

    /** @param ours addresses that are there because of this run: who has them keeps them or removes them */
    private void removeLeftovers(int number, RouterEffects router, Set<IpAddress> ours) {
        router.prepare();
        if (router.parameters().election().priority() == 255) {
            return;
        }
        List<org.jkeepalived.vrrp.VirtualAddress> left = new ArrayList<>();
        for (PreparedAddress address : router.possibleAddresses()) {
            var spec = address.spec();
            if (!ours.contains(spec.address())
                    && links.has(spec.interfaceIndex(), spec.address(), spec.prefixLength())) {
                left.add(address.address());
                journal.vrrp("(" + router.parameters().name() + ") " + spec.address()
                        + " was left on this host by an earlier run, removing it");
            }
        }
        if (left.isEmpty()) {
            journal.vrrpDetail("(" + router.parameters().name() + ") removing VIPs.");
        } else {
            effects.accept(number, new Action.RemoveAddresses(left));
        }
    }

    /** Goes over to another configuration: what did not change goes on undisturbed. */
    void reconfigure(Configuration next) {
        Set<IpAddress> before = virtualAddresses;
        adopt(next);
        RouterSetParameters parameters = mapper.map(next);
        observe(parameters);
        Reconfiguration plan = core.routers().plan(parameters);
        Map<String, InstanceSettings> settings = new HashMap<>();
        next.instances().forEach(instance -> settings.put(instance.name(), instance));
        for (var kept : plan.kept()) {
            RouterEffects router = effects.get(kept.router());
            InstanceSettings now = settings.get(kept.after().name());
            if (!kept.before().equals(kept.after()) || !router.settings().equals(now)) {
                router.configure(kept.after(), now);
            }
        }
        for (var added : plan.added()) {
            InstanceSettings now = settings.get(added.parameters().name());
            effects.put(added.router(), new RouterEffects(links, added.parameters(), now));
            removeLeftovers(added.router(), effects.get(added.router()), before);
        }
        loop.fitReceivers();
        core.apply(plan);
        loop.carryOut();
        for (var removed : plan.removed()) {
            effects.put(removed.router(), null);
        }
        loop.fitReceivers();
    }

    /** Priority 0, addresses gone. */
    void stop() {
        links.watch(null);
        core.stop();
        loop.carryOut();
    }

    /** A tracker has another condition. */
    @Override
    public void changed(TrackerId tracker, TrackerCondition condition) {
        core.handle(new Event.TrackerChanged(trackerIds.of(tracker), condition));
    }

    @Override
    public void linkChanged(String name, int index, boolean up) {
        if (!followedInterfaces.contains(name)) {
            return;
        }
        Boolean before = reportedUp.put(name, up);
        if (index == 0) {
            journal.vrrp("Interface " + name + " deleted");
        } else if (before == null || before != up) {
            journal.vrrp("Netlink reports " + name + (up ? " up" : " down"));
        }
        loop.fitReceivers();
        tellLink(name, index, up);
    }

    @Override
    public void linkRenaming(String name, String newName, int index) {
        if (!followedInterfaces.contains(name)) {
            return;
        }
        journal.vrrp("Interface name has changed from " + name + " to " + newName);
        tellLink(name, index, false);
        // Priority 0 and the removal of the addresses leave while the interface is known under the name that they were prepared for.
        loop.carryOut();
    }

    private void tellLink(String name, int index, boolean up) {
        interfaces.linkChanged(name, up);
        core.handle(new Event.InterfaceChanged(name, index,
                index == 0 ? LinkState.MISSING : up ? LinkState.UP : LinkState.DOWN));
    }

    @Override
    public void addressAssigned(String interfaceName, IpAddress address) {
        journal.vrrpDetail("Assigned address " + address + " for interface " + interfaceName);
    }

    @Override
    public void addressDeassigned(String interfaceName, IpAddress address) {
        journal.vrrpDetail("Deassigned address " + address + " from interface " + interfaceName);
    }

    @Override
    public void virtualAddressRemoved(String interfaceName, int interfaceIndex, IpAddress address) {
        if (effects.removalConfirmed(interfaceIndex, address)) {
            return;
        }
        for (int i = 0; i < effects.size(); i++) {
            RouterEffects router = effects.get(i);
            PreparedAddress found = router == null ? null : router.find(interfaceIndex, address);
            if (found != null && core.routers().state(i) == RouterState.MASTER) {
                journal.vrrp("Netlink reflector reports IP " + address + " removed from " + interfaceName);
                core.handle(new Event.AddressRemovedByOthers(i, found.address()));
            }
        }
    }

    @Override
    public void sourcesChanged(String interfaceName) {
        for (int i = 0; i < effects.size(); i++) {
            RouterEffects router = effects.get(i);
            if (router != null && router.parameters().identity().interfaceName().equals(interfaceName)
                    && (router.settings().sourceAddress() == null || router.settings().trackSourceAddress())) {
                sourceChanged(i, router);
            }
        }
    }

    private void sourceChanged(int number, RouterEffects router) {
        RouterParameters parameters = router.parameters();
        var source = links.sourceAddress(parameters.identity().interfaceName(), parameters.family());
        if (router.settings().trackSourceAddress() && router.settings().sourceAddress() != null) {
            var configured = router.settings().sourceAddress();
            var held = links.table().find(configured);
            source = held == null ? null : configured;
        }
        if (source == null ? router.source() == null : source.equals(router.source())) {
            return;
        }
        if (source != null) {
            router.setSource(source);
        }
        core.handle(new Event.SourceAddressChanged(number, source));
        if (source == null) {
            // The release of mastership still leaves from the address that is gone.
            loop.carryOut();
            router.setSource(null);
        }
    }
}
