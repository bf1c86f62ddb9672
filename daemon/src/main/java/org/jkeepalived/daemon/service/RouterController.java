package org.jkeepalived.daemon.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.daemon.interfaces.LinkFacts;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.interfaces.LinkWatcher;
import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.kernel.RouterEffects;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.loop.CoreDriver;
import org.jkeepalived.daemon.loop.VrrpLoop;
import org.jkeepalived.daemon.mapping.TrackerId;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.daemon.observe.Observers;
import org.jkeepalived.daemon.resource.Holdings;
import org.jkeepalived.daemon.snapshot.DaemonSnapshot;
import org.jkeepalived.daemon.snapshot.HostLinks;
import org.jkeepalived.daemon.snapshot.WallClock;
import org.jkeepalived.daemon.tracking.InterfaceSource;
import org.jkeepalived.daemon.tracking.TrackerSink;
import org.jkeepalived.daemon.tracking.TrackerSource;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.route.RouteMonitor;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.LinkState;
import org.jkeepalived.vrrp.Reconfiguration;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.RouterSetSnapshot;
import org.jkeepalived.vrrp.TrackerCondition;

/** The routers of a configuration on this host's interfaces. The loop's thread owns it. */
final class RouterController implements LinkWatcher, TrackerSink {

    private final LinkTable links;
    private final EffectBatch effects;
    private final DaemonLog journal;
    private final TrackerIds trackerIds = new TrackerIds();
    private final InterfaceSource interfaces = new InterfaceSource(this);
    private final CoreDriver core;
    private final ResourceControl resources;
    /** By the reload under way. */
    private final List<RouterEffects> reconfigured = new ArrayList<>();
    private final Observers observers;
    private VrrpLoop loop;
    private PreparedConfiguration present = PreparedConfiguration.NONE;
    /** Router numbers by position in the configuration. */
    private int[] numbers = {};
    /** Followed interfaces that are not there. */
    private final Set<String> absent = new HashSet<>();
    private final Map<String, Boolean> reportedUp = new HashMap<>();

    RouterController(LinkTable links, RouteMonitor monitor, Holdings holdings, EffectBatch effects, CoreDriver core,
            Observers observers, DaemonLog journal) {
        this.resources = new ResourceControl(links, monitor, holdings, effects, journal, core::handle);
        this.links = links;
        this.effects = effects;
        this.core = core;
        this.observers = observers;
        this.journal = journal;
    }

    /** Tells of links, which this object hears of. */
    TrackerSource interfaces() {
        return interfaces;
    }

    /** Everything as it is now. On the loop's thread. */
    DaemonSnapshot situation() {
        WallClock clock = WallClock.now();
        return new DaemonSnapshot(clock, present.configuration(), core.routers().snapshot(clock.nowNanos()),
                HostLinks.of(links.table()), resources.status());
    }

    /** The routers as they are now. */
    RouterSetSnapshot snapshot() {
        return core.routers().snapshot(System.nanoTime());
    }

    /** Counts from zero again. */
    void clearCounters() {
        core.clearCounters();
    }

    /** What runs. */
    PreparedConfiguration present() {
        return present;
    }

    /** What a configuration has to be prepared with; another thread may use what comes back. */
    LinkFacts facts() {
        return links.facts();
    }

    /** Makes a configuration ready to follow {@code before}. Any thread: beside the loop while routers run. */
    PreparedConfiguration prepare(Configuration next, PreparedConfiguration before, LinkFacts facts) {
        return new PreparedConfiguration(next, before, facts, trackerIds);
    }

    /** Prepares the routers of the first configuration. */
    void configure(Configuration first) {
        exchange(prepare(first, PreparedConfiguration.NONE, links.facts()));
        RouterSet routers = new RouterSet(present.parameters());
        core.adopt(routers);
        numbers = new int[first.instances().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
            effects.put(i, resources.effects(i, routers.parameters(i), first.instances().get(i), present.resources(i)));
        }
    }

    private void exchange(PreparedConfiguration next) {
        present = next;
        links.setVirtualAddresses(next::isVirtual);
        for (String name : next.followed()) {
            if (links.index(name) == 0) {
                absent.add(name);
            }
            reportedUp.putIfAbsent(name, links.up(name));
        }
        observers.configuration(next.observed());
    }

    /** Removes what an earlier run left, and starts the routers. */
    void start(VrrpLoop runningLoop) throws SystemCallException {
        loop = runningLoop;
        loop.fitReceivers();
        links.watch(this);
        for (String name : present.followed()) {
            // The routers take an interface with an index for one that is up.
            if (!links.up(name)) {
                tellLink(name, links.index(name), false);
            }
        }
        for (int i = 0; i < effects.size(); i++) {
            resources.removeLeftovers(i);
        }
        // An owner's address has turned out to be the host's own, which adverts may leave from.
        present.followed().forEach(this::sourcesChanged);
        tellHostAddresses();
        resources.configureStatics(present.configuration());
        loop.setBesides(resources);
        loop.carryOut();
        core.start();
        loop.carryOut();
        String unnoticed = resources.followRouting(present.configuration());
        if (!unnoticed.isEmpty()) {
            journal.vrrp(unnoticed);
        }
    }

    /** The core learns of the host's own addresses that are there already. */
    private void tellHostAddresses() {
        for (String name : present.followed()) {
            int index = links.index(name);
            for (var held : links.table().addresses(index)) {
                if (!links.isVirtual(name, index, held.address())) {
                    addressAssigned(name, new IpPrefix(held.address(), held.prefixLength()));
                }
            }
        }
    }

    /**
     * Goes over to another configuration: what did not change goes on undisturbed, and costs a look.
     *
     * @return what of it is not in force, or the empty text
     */
    String reconfigure(PreparedConfiguration next) {
        boolean sameStatics = next.configuration().statics().equals(present.configuration().statics());
        exchange(next);
        Reconfiguration plan = core.routers().plan(next.parameters());
        boolean changed = adopt(plan);
        if (changed) {
            loop.fitReceivers();
        }
        core.apply(plan);
        loop.carryOut();
        forget(plan);
        String missing = "";
        if (!sameStatics) {
            resources.configureStatics(next.configuration());
            loop.carryOut();
        }
        if (changed || !sameStatics) {
            missing = resources.followRouting(next.configuration());
        }
        if (changed) {
            loop.fitReceivers();
        }
        if (next.revision() != links.revision()) {
            // Interfaces or addresses have changed since the reload was prepared.
            lookAgain();
        }
        return missing;
    }

    /** Prepares the effects of routers that are new or changed; returns whether there are any, or some that end. */
    private boolean adopt(Reconfiguration plan) {
        List<RouterParameters> routers = present.parameters().routers();
        List<InstanceSettings> settings = present.configuration().instances();
        numbers = new int[routers.size()];
        boolean changed = !plan.added().isEmpty() || !plan.removed().isEmpty();
        int kept = 0;
        int added = 0;
        for (int position = 0; position < numbers.length; position++) {
            InstanceSettings now = settings.get(position);
            if (kept < plan.kept().size() && plan.kept().get(kept).after() == routers.get(position)) {
                Reconfiguration.Kept same = plan.kept().get(kept++);
                numbers[position] = same.router();
                RouterEffects router = effects.get(same.router());
                if (router.parameters() != same.after() || router.settings() != now) {
                    router.configure(same.after(), now, present.resources(position));
                    reconfigured.add(router);
                    changed = true;
                }
            } else {
                Reconfiguration.Added fresh = plan.added().get(added++);
                numbers[position] = fresh.router();
                effects.put(fresh.router(),
                        resources.effects(fresh.router(), fresh.parameters(), now, present.resources(position)));
                resources.removeLeftovers(fresh.router());
            }
        }
        return changed;
    }

    /** What only the configuration before had has been removed. */
    private void forget(Reconfiguration plan) {
        for (var removed : plan.removed()) {
            RouterEffects gone = effects.get(removed.router());
            if (gone != null && gone.parameters() == removed.parameters()) {
                gone.resources().close();
                effects.put(removed.router(), null);
            }
        }
        reconfigured.forEach(router -> router.resources().forgetRetired());
        reconfigured.clear();
    }

    private void lookAgain() {
        for (String name : present.followed()) {
            linkChanged(name, links.index(name), links.up(name));
            sourcesChanged(name);
        }
        loop.carryOut();
    }

    /** Priority 0, addresses gone. */
    void stop() {
        links.watch(null);
        core.stop();
        loop.carryOut();
        resources.stop();
        loop.carryOut();
    }

    /** A tracker has another condition. */
    @Override
    public void changed(TrackerId tracker, TrackerCondition condition) {
        core.handle(new Event.TrackerChanged(trackerIds.of(tracker), condition));
    }

    @Override
    public void linkChanged(String name, int index, boolean up) {
        if (!present.followed().contains(name)) {
            return;
        }
        Boolean before = reportedUp.put(name, up);
        if (index == 0) {
            absent.add(name);
            journal.vrrp("Interface " + name + " deleted");
        } else if (absent.remove(name)) {
            journal.vrrp("Interface " + name + " added");
        }
        if (index != 0 && (before == null || before != up)) {
            journal.vrrp("Netlink reports " + name + (up ? " up" : " down"));
        }
        loop.fitReceivers();
        tellLink(name, index, up);
        if (up) {
            resources.linkUp(name);
        }
    }

    @Override
    public void linkRenaming(String name, String newName, int index) {
        if (!present.followed().contains(name)) {
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
    public void linkGone(int interfaceIndex) {
        resources.linkGone(interfaceIndex);
    }

    @Override
    public void addressAssigned(String interfaceName, IpPrefix address) {
        if (present.followed().contains(interfaceName)) {
            journal.vrrpDetail("Assigned address " + address.address() + " for interface " + interfaceName);
            core.handle(new Event.HostAddressChanged(interfaceName, address, true));
        }
    }

    @Override
    public void addressDeassigned(String interfaceName, int interfaceIndex, IpPrefix address) {
        if (present.followed().contains(interfaceName)) {
            journal.vrrpDetail("Deassigned address " + address.address() + " from interface " + interfaceName);
            core.handle(new Event.HostAddressChanged(interfaceName, address, false));
        }
    }

    @Override
    public boolean addressGone(String interfaceName, int interfaceIndex, IpAddress address) {
        return resources.addressGone(interfaceName, interfaceIndex, address);
    }

    @Override
    public void everythingTold() {
        resources.compareAddresses();
    }

    @Override
    public void sourcesChanged(String interfaceName) {
        for (int position : present.onInterface(interfaceName)) {
            int number = numbers[position];
            RouterEffects router = effects.get(number);
            if (router.settings().sourceAddress() == null || router.settings().trackSourceAddress()) {
                sourceChanged(number, router);
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
