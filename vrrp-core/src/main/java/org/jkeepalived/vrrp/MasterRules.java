package org.jkeepalived.vrrp;

import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.packet.ProtocolVersion;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/** What a MASTER does: RFC 3768 and RFC 9568 section 6.4.3, with keepalived's options. */
final class MasterRules {

    /** Of many adverts that answer packets one comes in half an advert interval, but not less often than this. */
    private static final long LONGEST_ANSWER_GAP_NANOS = 100_000_000L;

    private final TimerQueue timers;
    private final Transitions transitions;
    private final Announcer announcer;
    private final GroupRules groups;
    private final Priorities priorities;
    private final Stalls stalls;

    MasterRules(TimerQueue timers, Transitions transitions, Announcer announcer, GroupRules groups,
            Priorities priorities, Stalls stalls) {
        this.timers = timers;
        this.transitions = transitions;
        this.announcer = announcer;
        this.groups = groups;
        this.priorities = priorities;
        this.stalls = stalls;
    }

    /**
     * Time for the next advert. The rhythm is kept, so that timers that fire a little late or early do not add up. A master that overslept a
     * whole down interval and heard nobody meanwhile asserts itself again: neighbours and peers may have lost it.
     */
    void advertTimer(Router router, long deadlineNanos, long nowNanos, ActionSink out) {
        long interval = router.parameters.advertIntervalNanos();
        long lateNanos = nowNanos - deadlineNanos;
        boolean stalled = lateNanos > router.masterDownNanos();
        if (stalled) {
            stalls.notice(router, deadlineNanos, nowNanos, out);
        }
        transitions.advertise(router, nowNanos, out);
        timers.schedule(router.timer(Router.TIMER_ELECTION),
                Math.max(deadlineNanos, nowNanos - interval / 2) + interval);
        if (stalled) {
            announcer.takeOver(router, nowNanos, out);
        }
    }

    /** An advert that passed its checks. */
    void heard(Router router, ReceivedAdvert advert, long nowNanos, ActionSink out) {
        int priority = advert.priority();
        if (priority == 0) {
            if (router.mayReport(out)) {
                out.accept(router.number, new Action.PriorityZeroHeard(advert.source(), RouterState.MASTER));
            }
            answer(router, nowNanos, out);
            // The sender was master too until now: neighbours may still know its address.
            announcer.contested(router, nowNanos, out);
            return;
        }
        int order = IpAddress.compare(advert.sourceHigh(), advert.sourceLow(), router.source.high(),
                router.source.low());
        if (priority == ElectionSettings.OWNER_PRIORITY && order != 0) {
            settleRivalry(router, advert, order > 0, nowNanos, out);
        }
        int own = router.effectivePriority;
        if (priority == own && order == 0) {
            AdvertChecks.report(router, AdvertFinding.OWN_ADDRESS, advert, priority, priority, priority, out);
        } else if (priority > own) {
            out.accept(router.number, new Action.HigherPriorityHeard(advert.source(), priority, own));
            giveWay(router, advert, TransitionCause.HIGHER_PRIORITY_HEARD, nowNanos, out);
        } else if (priority == own && order > 0) {
            out.accept(router.number, new Action.HigherAddressHeard(advert.source(), priority));
            giveWay(router, advert, TransitionCause.HIGHER_ADDRESS_HEARD, nowNanos, out);
        } else if (!overslept(router, nowNanos, out)) {
            heardLower(router, advert, nowNanos, out);
        } else {
            giveWay(router, advert, TransitionCause.STALLED, nowNanos, out);
        }
    }

    private void heardLower(Router router, ReceivedAdvert advert, long nowNanos, ActionSink out) {
        boolean answers = !router.parameters.election().lowerPrioNoAdvert();
        boolean reports = router.mayReport(out);
        int own = router.effectivePriority;
        if (reports) {
            out.accept(router.number, new Action.LowerPriorityHeard(advert.source(), advert.priority(), own, answers));
        }
        if (answers) {
            answer(router, nowNanos, out);
        }
        announcer.contested(router, nowNanos, out);
        if (reports) {
            out.accept(router.number, new Action.NotifyLowerPriority(own));
        }
    }

    /** Two owners of one address are a mistake in the configuration; the one with the lower address counts itself as 254 until it is alone. */
    private void settleRivalry(Router router, ReceivedAdvert advert, boolean rivalIsHigher, long nowNanos,
            ActionSink out) {
        if (router.effectivePriority == ElectionSettings.OWNER_PRIORITY) {
            if (rivalIsHigher || router.mayReport(out)) {
                out.accept(router.number, new Action.RivalOwnerHeard(advert.source(), rivalIsHigher));
            }
            if (rivalIsHigher) {
                priorities.change(router, ElectionSettings.OWNER_PRIORITY - 1, nowNanos, out);
            }
        }
    }

    /**
     * Whether a master did not advertise for longer than its own down interval and than a processor is short: whoever advertised meanwhile has
     * replaced it. It gives way, and preempts later if it may. After a short stall it answers a lower priority as usual.
     */
    private boolean overslept(Router router, long nowNanos, ActionSink out) {
        long deadline = timers.deadline(router.timer(Router.TIMER_ELECTION));
        if (nowNanos - deadline <= router.masterDownNanos()) {
            return false;
        }
        stalls.notice(router, deadline, nowNanos, out);
        return nowNanos - deadline > Stalls.SHORT_NANOS;
    }

    private void giveWay(Router router, ReceivedAdvert advert, TransitionCause cause, long nowNanos, ActionSink out) {
        if (router.parameters.election().higherPrioSendAdvert() && cause != TransitionCause.STALLED) {
            transitions.advertise(router, nowNanos, out);
        }
        if (router.parameters.version() == ProtocolVersion.V3) {
            router.masterIntervalNanos = advert.advertIntervalNanos();
        }
        router.masterAddress = advert.source();
        router.masterPriority = advert.priority();
        groups.stepDown(router, cause, nowNanos, out);
    }

    /**
     * An advert at once, or the next one as soon as it may be when a few packets have been answered already: whoever sends adverts by the
     * thousand gets a few answers, and the last one is not left without. The few matter: a priority 0 that is answered late lets others claim.
     */
    private void answer(Router router, long nowNanos, ActionSink out) {
        int timer = router.timer(Router.TIMER_ELECTION);
        long interval = router.parameters.advertIntervalNanos();
        long gap = Math.min(interval / 2, LONGEST_ANSWER_GAP_NANOS);
        if (router.answers.take(gap, nowNanos)) {
            transitions.advertise(router, nowNanos, out);
            timers.schedule(timer, nowNanos + interval);
        } else if (!router.answerDeferred) {
            router.answerDeferred = true;
            timers.schedule(timer, Math.min(timers.deadline(timer), router.answers.takeNext(gap)));
        }
    }
}
