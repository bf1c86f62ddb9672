package org.jkeepalived.vrrp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.jkeepalived.vrrp.packet.Authentication;
import org.jkeepalived.vrrp.packet.ProtocolVersion;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/** A router set with a clock that the test moves and a record of all actions. Adverts come from hand-made senders. */
final class Bench {

    static final long MS = 1_000_000L;
    static final long SECOND = 1000 * MS;
    /** Our address; peers have lower and higher ones. */
    static final IpAddress OURS = IpAddress.parse("10.0.0.5");
    static final IpAddress LOWER = IpAddress.parse("10.0.0.3");
    static final IpAddress HIGHER = IpAddress.parse("10.0.0.7");
    static final int ETH0 = 2;

    record Recorded(long atNanos, int router, Action action) {}

    final RouterSet set;
    final List<Recorded> actions = new ArrayList<>();
    long now = 1000 * SECOND;
    private int read;

    Bench(RouterSetParameters parameters) {
        set = new RouterSet(parameters);
    }

    Bench(RouterParameters... routers) {
        this(RouterSetParameters.of(routers));
    }

    /** Version 2, eth0, router id 51, 1 s, priority 100, one address. */
    static RouterParametersBuilder v2() {
        return named("V1", 51).addresses("10.0.0.100");
    }

    static RouterParametersBuilder named(String name, int vrid) {
        return new RouterParametersBuilder(name, AddressFamily.IPV4, vrid).onInterface("eth0", ETH0).source(OURS);
    }

    /** As {@link #v2} in version 3. */
    static RouterParametersBuilder v3() {
        return v2().version(ProtocolVersion.V3);
    }

    static RouterParametersBuilder v6() {
        return new RouterParametersBuilder("V6", AddressFamily.IPV6, 51).onInterface("eth0", ETH0)
                .source(IpAddress.parse("fe80::5"))
                .addresses("fe80::100", "2001:db8::100");
    }

    Bench start() {
        set.start(now, this::record);
        return this;
    }

    /** Starts and lets routers become what they become when nobody else is there. */
    Bench startAndWait() {
        start();
        return advance(10 * SECOND);
    }

    /** Moves the clock and fires timers exactly when they are due. */
    Bench advance(long nanos) {
        long end = now + nanos;
        while (set.nextDeadlineNanos() <= end) {
            now = Math.max(now, set.nextDeadlineNanos());
            set.fireTimers(now, this::record);
        }
        now = end;
        return this;
    }

    /** The process does not run for a while: time goes by, nothing is handled. */
    Bench freeze(long nanos) {
        now += nanos;
        return this;
    }

    Bench fireTimers() {
        set.fireTimers(now, this::record);
        return this;
    }

    Bench handle(Event event) {
        set.handle(event, now, this::record);
        return this;
    }

    Bench tracker(int id, TrackerCondition condition) {
        return handle(new Event.TrackerChanged(id, condition));
    }

    Bench link(String name, LinkState state) {
        return handle(new Event.InterfaceChanged(name, ETH0, state));
    }

    /** The kernel takes everything that was last to be installed with confirmation. */
    Bench confirm() {
        List<Recorded> installs = recorded().stream().filter(r -> r.action() instanceof Action.Install).toList();
        Recorded last = installs.getLast();
        for (Resource resource : ((Action.Install) last.action()).resources()) {
            handle(new Event.ResourceInstalled(last.router(), resource));
        }
        return this;
    }

    Reconfiguration reload(RouterSetParameters parameters) {
        Reconfiguration plan = set.plan(parameters);
        set.apply(plan, now, this::record);
        return plan;
    }

    Bench stop() {
        set.stop(now, this::record);
        return this;
    }

    /** Hears an advert like router 0's own, from another address at a priority. */
    Bench hear(IpAddress source, int priority) {
        return hear(0, source, priority);
    }

    Bench hear(int router, IpAddress source, int priority) {
        RouterParameters parameters = set.parameters(router);
        return hearRaw(parameters.advertFormat(source).encode(priority).bytes(0), source, parameters.family());
    }

    /** Hears a version 3 advert with another interval. */
    Bench hearInterval(IpAddress source, int priority, long intervalNanos) {
        RouterParameters p = set.parameters(0);
        AdvertFormat format = new AdvertFormat(p.version(), p.family(), p.vrid(), intervalNanos, Authentication.NONE,
                true, p.advertisedAddresses(), source, p.destinations());
        return hearRaw(format.encode(priority).bytes(0), source, p.family());
    }

    Bench hearRaw(byte[] message, IpAddress source, AddressFamily family) {
        IpAddress group = family == AddressFamily.IPV4 ? AdvertFormat.GROUP_IPV4 : AdvertFormat.GROUP_IPV6;
        return hearPacket(message, source, group, 255, ETH0);
    }

    Bench hearPacket(byte[] message, IpAddress source, IpAddress destination, int ttl, int interfaceIndex) {
        ReceivedAdvert advert = new ReceivedAdvert().message(ByteBuffer.wrap(message), 0, message.length)
                .header(source.family(), interfaceIndex, ttl, destination.isMulticast())
                .addresses(source.high(), source.low(), destination.high(), destination.low());
        set.receive(advert, now, this::record);
        return this;
    }

    private void record(int router, Action action) {
        actions.add(new Recorded(now, router, action));
    }

    RouterState state() {
        return set.state(0);
    }

    RouterSnapshot router(int number) {
        return set.snapshot(now).routers().stream().filter(r -> r.router() == number).findFirst().orElseThrow();
    }

    RouterSnapshot router() {
        return router(0);
    }

    RouterCounters counters() {
        return router().counters();
    }

    /** Forgets what was recorded so far. */
    Bench forget() {
        read = actions.size();
        return this;
    }

    /** What was recorded since {@link #forget}. */
    List<Recorded> recorded() {
        return actions.subList(read, actions.size());
    }

    <A extends Action> List<A> all(Class<A> type) {
        return recorded().stream().map(Recorded::action).filter(type::isInstance).map(type::cast).toList();
    }

    <A extends Action> A only(Class<A> type) {
        List<A> found = all(type);
        assertEquals(1, found.size(), () -> type.getSimpleName() + " in " + names());
        return found.getFirst();
    }

    /** Simple names of the recorded actions, in order. */
    List<String> names() {
        return recorded().stream().map(r -> r.action().getClass().getSimpleName()).toList();
    }

    /** Priorities of the adverts sent, in order. */
    List<Integer> adverts() {
        return all(Action.SendAdvert.class).stream().map(a -> a.payload().priority()).toList();
    }

    /** When an action of a kind came first since {@link #forget}, in nanoseconds after a moment. */
    long whenAfter(long moment, Class<? extends Action> type) {
        return recorded().stream().filter(r -> type.isInstance(r.action())).findFirst().orElseThrow().atNanos()
                - moment;
    }

    /** Everything that adverts must not change. */
    List<Object> unchangeable() {
        RouterSnapshot r = router();
        return List.of(r.state(), r.wantState(), r.effectivePriority(), r.electionDeadlineNanos(), r.masterPriority(),
                r.masterIntervalNanos(), r.resourcesSet(), r.lastTransitionNanos(), String.valueOf(r.masterAddress()));
    }
}
