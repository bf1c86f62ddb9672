package org.jkeepalived.vrrp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/**
 * All virtual routers of a process: their state machines, sync groups, trackers and timers. Deterministic: the same calls with the same
 * arguments give the same actions.
 *
 * <p>Not thread safe; one thread owns it. Every call takes the present time in nanoseconds of a monotonic clock
 * ({@link System#nanoTime}), never less than in the call before. Actions go to the sink before the call returns.
 *
 * <p>The caller drains its sockets into {@link #receive} before it calls {@link #fireTimers}: adverts that waited while the process was
 * frozen must be heard before timers that expired meanwhile.
 *
 * <p>Routers have numbers: at first their positions in {@link RouterSetParameters#routers()}; a reload gives new routers new numbers.
 */
public final class RouterSet {

    /** The router number of actions that belong to no router. */
    public static final int WHOLE_SET = -1;

    private static final long MAX_SLACK_NANOS = 1_000_000L;
    private static final int SLACK_DIVISOR = 100;

    private enum Phase {
        PREPARED,
        DELAYED,
        RUNNING,
        STOPPED
    }

    private final TimerQueue timers = new TimerQueue();
    private final PacingTable pacings = new PacingTable();
    private final Announcer announcer = new Announcer(timers, pacings);
    private final ResourceKeeper keeper = new ResourceKeeper(timers, announcer);
    private final Priorities priorities = new Priorities(timers);
    private final Transitions transitions = new Transitions(timers, announcer, keeper, priorities);
    private final Stalls stalls = new Stalls();
    private final GroupRules groupRules = new GroupRules(transitions);
    private final FaultRules faultRules = new FaultRules(transitions, groupRules);
    private final BackupRules backupRules = new BackupRules(timers, transitions, groupRules, stalls);
    private final MasterRules masterRules = new MasterRules(timers, transitions, announcer, groupRules, priorities,
            stalls);
    private final Trackers trackers = new Trackers();
    private final Faults faults = new Faults(trackers, priorities);
    private final Reconfigurer reconfigurer = new Reconfigurer(timers, announcer, keeper, faults);
    private final RouterDirectory directory = new RouterDirectory();
    /** Routers by number, null where a number is free. */
    private final List<Router> slots = new ArrayList<>();
    /** Routers in configuration order. */
    private final List<Router> routers = new ArrayList<>();
    private final List<SyncGroup> groups = new ArrayList<>();
    private final EventHandler events = new EventHandler(slots, routers, directory, trackers, faults, keeper, announcer,
            faultRules);
    private RouterSetParameters parameters;
    private Phase phase = Phase.PREPARED;
    private long startupEndNanos;

    /** Prepares the routers in state INIT. */
    public RouterSet(RouterSetParameters parameters) {
        this.parameters = parameters;
        trackers.configure(parameters.trackers());
        for (RouterParameters router : parameters.routers()) {
            Router added = new Router(slots.size(), router, new CounterBlock());
            slots.add(added);
            routers.add(added);
            events.recordFaults(added, 0, RouterSet::ignore);
        }
        configureSet();
    }

    /** Starts all routers, now or when the startup delay is over. */
    public void start(long nowNanos, ActionSink out) {
        if (phase != Phase.PREPARED) {
            throw new IllegalStateException("started already");
        }
        if (parameters.startupDelayNanos() > 0) {
            phase = Phase.DELAYED;
            startupEndNanos = nowNanos + parameters.startupDelayNanos();
            out.accept(WHOLE_SET, new Action.StartupDelayed(parameters.startupDelayNanos()));
        } else {
            run(nowNanos, out);
        }
    }

    private void run(long nowNanos, ActionSink out) {
        phase = Phase.RUNNING;
        for (Router router : routers) {
            for (FaultReason fault : router.faults) {
                out.accept(router.number, new Action.FaultRaised(fault));
            }
        }
        settleAll(TransitionCause.STARTUP, nowNanos, out);
    }

    /** Handles one received packet. Allocates nothing for an advert that changes nothing. */
    public void receive(ReceivedAdvert advert, long nowNanos, ActionSink out) {
        if (phase != Phase.RUNNING) {
            return;
        }
        if (!advert.hasVrid()) {
            directory.unreadableAdverts++;
            return;
        }
        Router router = directory.find(advert);
        if (router == null) {
            directory.countUnknown(advert, out);
        } else if (router.state == RouterState.BACKUP || router.state == RouterState.MASTER) {
            router.packetNanos = nowNanos;
            if (AdvertChecks.accept(router, advert, out)) {
                heard(router, advert, nowNanos, out);
            }
        }
    }

    private void heard(Router router, ReceivedAdvert advert, long nowNanos, ActionSink out) {
        router.lastAdvertReceivedNanos = nowNanos;
        if (advert.priority() == 0) {
            router.counters.priorityZeroReceived++;
        }
        if (router.state == RouterState.BACKUP) {
            backupRules.heard(router, advert, nowNanos, out);
        } else {
            masterRules.heard(router, advert, nowNanos, out);
        }
    }

    /**
     * Fires every timer that is due. Adverts that are due within the next millisecond (or hundredth of their interval, where that is less) go
     * out with them.
     */
    public void fireTimers(long nowNanos, ActionSink out) {
        if (phase == Phase.DELAYED && nowNanos >= startupEndNanos) {
            run(nowNanos, out);
        }
        if (phase != Phase.RUNNING) {
            return;
        }
        // A timer that fires again at once would be a mistake here; the bound keeps it from stopping the loop.
        int left = 2 * timers.size() + 16;
        while (!timers.isEmpty() && left-- > 0) {
            int id = timers.firstId();
            long deadline = timers.firstDeadline();
            Router router = slots.get(id / Router.TIMER_KINDS);
            if (deadline > nowNanos + slackNanos(router, id % Router.TIMER_KINDS)) {
                break;
            }
            timers.cancel(id);
            fire(router, id % Router.TIMER_KINDS, deadline, nowNanos, out);
        }
        pacings.fire(nowNanos, out);
    }

    private static long slackNanos(Router router, int kind) {
        return kind == Router.TIMER_ELECTION && router.state == RouterState.MASTER
                ? Math.min(MAX_SLACK_NANOS, router.parameters.advertIntervalNanos() / SLACK_DIVISOR)
                : 0;
    }

    private void fire(Router router, int kind, long deadline, long nowNanos, ActionSink out) {
        switch (kind) {
            case Router.TIMER_ELECTION -> electionTimer(router, deadline, nowNanos, out);
            case Router.TIMER_SECOND_BURST -> announcer.secondBurst(router, nowNanos, out);
            case Router.TIMER_REFRESH -> announcer.refresh(router, nowNanos, out);
            case Router.TIMER_CONTESTED -> announcer.contestedBurst(router, nowNanos, out);
            case Router.TIMER_RESOURCES -> keeper.fire(router, nowNanos, out);
            default -> throw new IllegalStateException("timer kind " + kind);
        }
    }

    private void electionTimer(Router router, long deadline, long nowNanos, ActionSink out) {
        if (router.state == RouterState.MASTER) {
            masterRules.advertTimer(router, deadline, nowNanos, out);
        } else if (router.state == RouterState.BACKUP) {
            backupRules.masterDownTimer(router, deadline, nowNanos, out);
        }
    }

    /** When {@link #fireTimers} wants to be called next; {@link Long#MAX_VALUE} for never. */
    public long nextDeadlineNanos() {
        return switch (phase) {
            case PREPARED, STOPPED -> Long.MAX_VALUE;
            case DELAYED -> startupEndNanos;
            case RUNNING -> Math.min(timers.firstDeadline(), pacings.firstDeadline());
        };
    }

    /** Takes any input, by the method that it stands for. Allocates for packets. */
    public void step(Input input, long nowNanos, ActionSink out) {
        switch (input) {
            case Input.Started() -> start(nowNanos, out);
            case Input.Received packet -> receive(view(packet), nowNanos, out);
            case Input.TimersFired() -> fireTimers(nowNanos, out);
            case Input.Happened(Event event) -> handle(event, nowNanos, out);
            case Input.Reconfigured(RouterSetParameters after) -> apply(plan(after), nowNanos, out);
            case Input.CountersCleared() -> clearCounters();
            case Input.Stopped() -> stop(nowNanos, out);
        }
    }

    private static ReceivedAdvert view(Input.Received packet) {
        IpAddress from = packet.source();
        IpAddress to = packet.destination();
        return new ReceivedAdvert().message(ByteBuffer.wrap(packet.message()), 0, packet.message().length)
                .header(from.family(), packet.interfaceIndex(), packet.ttl(), packet.multicast())
                .addresses(from.high(), from.low(), to.high(), to.low());
    }

    /** Handles an event. Before {@link #start} events only record what is known. */
    public void handle(Event event, long nowNanos, ActionSink sink) {
        boolean running = phase == Phase.RUNNING;
        events.handle(event, running, nowNanos, running ? sink : RouterSet::ignore);
    }

    /** Works out what a new configuration would do; changes nothing. */
    public Reconfiguration plan(RouterSetParameters after) {
        return Reconfigurer.plan(slots, after);
    }

    /** Carries out a plan made from the present configuration. Routers that did not change neither transition nor miss an advert. */
    public void apply(Reconfiguration plan, long nowNanos, ActionSink sink) {
        ActionSink out = phase == Phase.RUNNING ? sink : RouterSet::ignore;
        parameters = plan.parameters();
        for (Reconfiguration.Removed removed : plan.removed()) {
            Router router = slots.get(removed.router());
            end(router, RouterState.DELETED, TransitionCause.DELETED, nowNanos, out);
            slots.set(removed.router(), null);
        }
        Map<RouterIdentity, Router> byIdentity = new HashMap<>();
        for (Reconfiguration.Kept kept : plan.kept()) {
            Router router = slots.get(kept.router());
            reconfigurer.update(router, kept.after(), nowNanos, out);
            byIdentity.put(kept.after().identity(), router);
        }
        for (Reconfiguration.Added added : plan.added()) {
            Router router = new Router(added.router(), added.parameters(), new CounterBlock());
            while (slots.size() <= added.router()) {
                slots.add(null);
            }
            slots.set(added.router(), router);
            byIdentity.put(added.parameters().identity(), router);
        }
        routers.clear();
        for (RouterParameters router : parameters.routers()) {
            routers.add(byIdentity.get(router.identity()));
        }
        trackers.configure(parameters.trackers());
        configureSet();
        for (Router router : routers) {
            events.recordFaults(router, nowNanos, out);
        }
        settleAll(TransitionCause.STARTUP, nowNanos, out);
        for (SyncGroup group : groups) {
            groupRules.align(group, nowNanos, out);
        }
    }

    /** Groups, pacing and look-up tables from the present parameters. */
    private void configureSet() {
        Map<String, Router> byName = new HashMap<>();
        for (Router router : routers) {
            byName.put(router.parameters.name(), router);
        }
        groups.clear();
        for (SyncGroupParameters group : parameters.groups()) {
            List<Router> members = new ArrayList<>();
            for (String name : group.members()) {
                Router router = byName.remove(name);
                if (router != null) {
                    members.add(router);
                }
            }
            groups.add(new SyncGroup(group.name(), members));
        }
        for (Router router : routers) {
            router.group = null;
        }
        for (SyncGroup group : groups) {
            for (Router member : group.members) {
                member.group = group;
            }
        }
        pacings.configure(parameters.pacings());
        directory.rebuild(routers);
    }

    private void settleAll(TransitionCause cause, long nowNanos, ActionSink out) {
        if (phase == Phase.RUNNING) {
            for (Router router : routers) {
                faultRules.settle(router, cause, nowNanos, out);
            }
        }
    }

    /** Ends all routers: masters send priority 0 and remove their addresses; all enter STOP. Nothing happens afterwards. */
    public void stop(long nowNanos, ActionSink out) {
        if (phase == Phase.STOPPED) {
            return;
        }
        for (Router router : routers) {
            end(router, RouterState.STOP, TransitionCause.STOP, nowNanos, out);
        }
        for (SyncGroup group : groups) {
            if (group.members.length > 0) {
                group.state = RouterState.STOP;
                out.accept(group.members[0].number, new Action.NotifyGroup(group.name, RouterState.STOP));
            }
        }
        phase = Phase.STOPPED;
    }

    private void end(Router router, RouterState end, TransitionCause cause, long nowNanos, ActionSink out) {
        if (!router.ended()) {
            transitions.toEnd(router, end, cause, nowNanos, out);
        }
    }

    /** An immutable picture of all routers. Allocates. */
    public RouterSetSnapshot snapshot(long nowNanos) {
        List<RouterSnapshot> all = routers.stream().map(router -> router.snapshot(timers)).toList();
        return new RouterSetSnapshot(nowNanos, all, groups.stream().map(SyncGroup::snapshot).toList(),
                directory.unknownVridAdverts, directory.unreadableAdverts);
    }

    /** The configuration of a router. */
    public RouterParameters parameters(int router) {
        return slots.get(router).parameters;
    }

    /** The state of a router. */
    public RouterState state(int router) {
        return slots.get(router).state;
    }

    /** The priority that a router advertises: its base priority and weights, 1..255. */
    public int effectivePriority(int router) {
        return slots.get(router).effectivePriority;
    }

    /** Zeroes the counters of all routers. */
    public void clearCounters() {
        for (Router router : routers) {
            router.counters = new CounterBlock();
        }
        directory.unknownVridAdverts = 0;
        directory.unreadableAdverts = 0;
    }

    private static void ignore(int router, Action action) {
        // before the start nobody is to know
    }
}
