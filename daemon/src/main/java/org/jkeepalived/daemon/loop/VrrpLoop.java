package org.jkeepalived.daemon.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.kernel.RouterEffects;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.Poller;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.RouterParameters;

/**
 * The thread that owns every state machine. A turn: wait; tasks of other threads; whatever is readable, in the order in
 * which it was registered with the poller, adverts last; timers; effects. Adverts that are already here count before a
 * timer does, also when the process was frozen in between.
 */
public final class VrrpLoop implements AutoCloseable {

    /** Later than this, sockets are asked again although the poller did not name them. */
    private static final long LATE_NANOS = 20_000_000L;
    /** Sleeps shorter than this leave the processor awake enough. */
    private static final long LONG_SLEEP_NANOS = 20_000_000L;
    /** How long before a deadline a long sleep ends. */
    private static final long AWAKE_NANOS = 200_000L;
    /** Failures come back as events, whose effects may fail again; the rest waits for the next turn. */
    private static final int FEEDBACK_ROUNDS = 4;

    private final Poller poller;
    private final EffectBatch effects;
    private final CoreDriver core;
    private final ReceiverPool receivers;
    private final Inbox inbox;
    private Timed besides = Timed.NEVER;
    private boolean ended;
    /** Written by the loop alone, read by who watches over it. */
    private final AtomicLong turns = new AtomicLong();
    /** The time before the present deadline was spent without the poller. */
    private boolean satAwake;

    /**
     * @param poller waits for whatever else was registered before, too; closed with the loop
     * @param log told what cannot be listened to
     */
    public VrrpLoop(Poller poller, LinkTable links, EffectBatch effects, CoreDriver core, Consumer<String> log) {
        this.poller = poller;
        this.effects = effects;
        this.core = core;
        this.receivers = new ReceiverPool(poller, links, core::receive, log);
        this.inbox = new Inbox(poller);
    }

    /** Where other threads leave tasks. */
    public Inbox inbox() {
        return inbox;
    }

    /** What else has deadlines; before {@link #run}. */
    public void setBesides(Timed timed) {
        besides = timed;
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

    /** Ends {@link #run} after this turn. */
    public void end() {
        ended = true;
    }

    /** Turns until {@link #end}. */
    public void run() throws SystemCallException {
        while (!ended) {
            poll(Math.min(core.routers().nextDeadlineNanos(), besides.nextDeadlineNanos()));
            turn();
            turns.setRelease(turns.getPlain() + 1);
        }
        inbox.close();
    }

    /** How often the loop has turned. Any thread. */
    public long turns() {
        return turns.getAcquire();
    }

    /** Makes the loop turn once more, now. Any thread, until {@link #close}. */
    public void wake() {
        poller.wakeup();
    }

    /**
     * After a long sleep the processor and the timer are 100 to 200 us late, which is most of what a takeover of one address takes. So the
     * sleep ends a little early and the rest is spent awake; {@link #timers} then asks the sockets again, since an advert may have come.
     */
    private void poll(long deadlineNanos) {
        boolean longSleep = deadlineNanos != Poller.NO_DEADLINE && deadlineNanos - System.nanoTime() > LONG_SLEEP_NANOS;
        if (!longSleep) {
            poller.await(deadlineNanos);
            return;
        }
        int ready = poller.await(deadlineNanos - AWAKE_NANOS);
        // A process that was stopped and goes on wakes up without any reason, perhaps long before the deadline.
        if (ready > 0 || poller.wasWokenUp() || !poller.deadlineReached()) {
            return;
        }
        while (System.nanoTime() < deadlineNanos) {
            Thread.onSpinWait();
        }
        satAwake = true;
    }

    private void turn() throws SystemCallException {
        if (poller.wasWokenUp()) {
            inbox.drain();
        }
        poller.dispatch();
        if (!ended) {
            timers();
        }
        carryOut();
    }

    private void timers() {
        long nowNanos = System.nanoTime();
        long deadline = core.routers().nextDeadlineNanos();
        if (deadline <= nowNanos) {
            if (satAwake || nowNanos - deadline > LATE_NANOS) {
                satAwake = false;
                receivers.drainAll();
                nowNanos = System.nanoTime();
            }
            core.fireTimers(nowNanos);
        }
        if (besides.nextDeadlineNanos() <= nowNanos) {
            besides.fire(nowNanos);
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
                core.handle(failure);
            }
            effects.flush();
        }
    }

    @Override
    public void close() {
        receivers.close();
        poller.close();
    }
}
