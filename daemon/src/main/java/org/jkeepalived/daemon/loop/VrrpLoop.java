package org.jkeepalived.daemon.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.kernel.RouterEffects;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.Poller;
import org.jkeepalived.netlink.event.SignalReceiver;
import org.jkeepalived.netlink.route.RouteMonitor;
import org.jkeepalived.vrrp.ActionSink;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSet;

/**
 * The thread that owns every state machine. A turn: wait; netlink news, signals and tasks; adverts; timers; effects. Adverts that are already
 * here count before a timer does, also when the process was frozen in between.
 */
public final class VrrpLoop implements AutoCloseable {

    private static final int MONITOR_TOKEN = 0;
    private static final int SIGNAL_TOKEN = 1;
    private static final int FIRST_RECEIVER_TOKEN = 2;
    /** Later than this, sockets are asked again although the poller did not name them. */
    private static final long LATE_NANOS = 20_000_000L;
    /** Sleeps shorter than this leave the processor awake enough. */
    private static final long LONG_SLEEP_NANOS = 20_000_000L;
    /** How long before a deadline a long sleep ends. */
    private static final long AWAKE_NANOS = 200_000L;
    /** Failures come back as events, whose effects may fail again; the rest waits for the next turn. */
    private static final int FEEDBACK_ROUNDS = 4;

    private final Poller poller;
    private final SignalReceiver signals;
    private final RouteMonitor monitor;
    private final LinkTable links;
    private final EffectBatch effects;
    private final IntConsumer signalled;
    private final ReceiverPool receivers;
    private final Inbox inbox;
    private RouterSet routers;
    private boolean ended;
    /** Written by the loop alone, read by who watches over it. */
    private volatile long turns;
    /** The time before the present deadline was spent without the poller. */
    private boolean satAwake;

    /** @param signalled told the number of each signal, on the loop's thread */
    public VrrpLoop(Poller poller, SignalReceiver signals, RouteMonitor monitor, LinkTable links, EffectBatch effects,
            IntConsumer signalled, Consumer<String> log) throws SystemCallException {
        this.poller = poller;
        this.signals = signals;
        this.monitor = monitor;
        this.links = links;
        this.effects = effects;
        this.signalled = signalled;
        this.receivers = new ReceiverPool(poller, links, FIRST_RECEIVER_TOKEN, log);
        this.inbox = new Inbox(poller);
        poller.register(monitor, MONITOR_TOKEN);
        poller.register(signals, SIGNAL_TOKEN);
    }

    /** Where other threads leave tasks. */
    public Inbox inbox() {
        return inbox;
    }

    /** The routers to run; before {@link #run}. */
    public void setRouters(RouterSet newRouters) {
        routers = newRouters;
    }

    /** Makes the sockets fit the routers and the interfaces as they are now. */
    public void fitReceivers() {
        List<RouterParameters> present = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            RouterEffects router = effects.get(i);
            if (router != null) {
                present.add(router.parameters());
            }
        }
        receivers.fit(present);
    }

    /** Hands an event to the routers; its effects are carried out at the end of the turn. */
    public void handle(Event event) {
        routers.handle(event, System.nanoTime(), effects);
    }

    /** Ends {@link #run} after this turn. */
    public void end() {
        ended = true;
    }

    /** Turns until {@link #end}. */
    public void run() throws SystemCallException {
        while (!ended) {
            turn(await(routers.nextDeadlineNanos()));
            turns = turns + 1;
        }
        inbox.close();
    }

    /** How often the loop has turned. Any thread. */
    public long turns() {
        return turns;
    }

    /** Makes the loop turn once more, now. Any thread, until {@link #close}. */
    public void wake() {
        poller.wakeup();
    }

    /**
     * After a long sleep the processor and the timer are 100 to 200 us late, which is most of what a takeover of one address takes. So the
     * sleep ends a little early and the rest is spent awake; {@link #timers} then asks the sockets again, since an advert may have come.
     */
    private int await(long deadlineNanos) {
        boolean longSleep = deadlineNanos != Poller.NO_DEADLINE && deadlineNanos - System.nanoTime() > LONG_SLEEP_NANOS;
        if (!longSleep) {
            return poller.await(deadlineNanos);
        }
        int ready = poller.await(deadlineNanos - AWAKE_NANOS);
        // A process that was stopped and goes on wakes up without any reason, perhaps long before the deadline.
        if (ready > 0 || poller.wasWokenUp() || !poller.deadlineReached()) {
            return ready;
        }
        while (System.nanoTime() < deadlineNanos) {
            Thread.onSpinWait();
        }
        satAwake = true;
        return 0;
    }

    private void turn(int ready) throws SystemCallException {
        for (int i = 0; i < ready; i++) {
            int token = poller.ready(i);
            if (token == MONITOR_TOKEN) {
                monitor.read(links);
            } else if (token == SIGNAL_TOKEN) {
                for (int signal = signals.next(); signal > 0; signal = signals.next()) {
                    signalled.accept(signal);
                }
            }
        }
        if (poller.wasWokenUp()) {
            inbox.drain();
        }
        for (int i = 0; i < ready && !ended; i++) {
            if (poller.ready(i) >= FIRST_RECEIVER_TOKEN) {
                receivers.drain(poller.ready(i), routers, effects);
            }
        }
        if (!ended) {
            timers();
        }
        carryOut();
    }

    private void timers() {
        long nowNanos = System.nanoTime();
        long deadline = routers.nextDeadlineNanos();
        if (deadline <= nowNanos) {
            if (satAwake || nowNanos - deadline > LATE_NANOS) {
                satAwake = false;
                receivers.drainAll(routers, effects);
                nowNanos = System.nanoTime();
            }
            routers.fireTimers(nowNanos, effects);
        }
    }

    /** Carries out what the routers want, and tells them what could not be done. */
    public void carryOut() {
        effects.flush();
        for (int round = 0; round < FEEDBACK_ROUNDS; round++) {
            List<Event> failures = effects.takeEvents();
            if (failures.isEmpty()) {
                return;
            }
            for (Event failure : failures) {
                routers.handle(failure, System.nanoTime(), effects);
            }
            effects.flush();
        }
    }

    /** The sink that collects what is carried out at the end of a turn. */
    public ActionSink actions() {
        return effects;
    }

    @Override
    public void close() {
        receivers.close();
        signals.close();
        monitor.close();
        poller.close();
    }
}
