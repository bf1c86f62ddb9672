package org.jkeepalived.vrrp;

import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.vrrp.packet.AdvertPayload;

/**
 * What a router wants done or reported. Actions of one router are carried out in the order in which they come; those of different routers
 * may be interleaved, and effects of one kind may be batched until the call into {@link RouterSet} returns, provided that for one router
 * <ul>
 * <li>{@link Install} has reached the kernel before the {@link Announce} that follows it is sent,
 * <li>the {@link SendAdvert} of a take-over leaves no later than its {@link Install} starts,
 * <li>a {@link SendAdvert} with priority 0 leaves before {@link Remove} starts,
 * <li>resources are installed and removed in the order of their list,
 * <li>{@link Notify} and {@link NotifyGroup} come after the effects of their transition.
 * </ul>
 * Two routers may hold resources that are one object to the kernel, and a reload may move one from router to router by a {@link Remove} for
 * the one and an {@link Install} for the other, in this order and before the call returns: whoever carries actions out counts the holders of
 * an object and compares before and after, so that it neither goes nor flickers while somebody holds it.
 *
 * <p>Actions of the steady state are preallocated objects.
 */
public sealed interface Action {

    // Effects

    /** Send the payload to all of its destinations. Compare payloads by identity to reuse bytes copied before. */
    record SendAdvert(AdvertPayload payload) implements Action {}

    /**
     * Give resources to the kernel: all of the router's when it becomes master, single ones when they are put back or a reload adds them. What
     * the kernel has already counts as taken. Every refusal comes back as {@link Event.ResourceRefused}.
     *
     * @param resources sorted by kind: links, addresses, routes, rules, filters
     * @param confirm whether what the kernel takes comes back too, as {@link Event.ResourceInstalled}: where nothing is urgent, addresses are
     *        announced only after that. In a take-over the {@link Announce} follows at once
     */
    record Install(List<Resource> resources, boolean confirm) implements Action {}

    /**
     * Take resources from the kernel; those that it has no more are no error.
     *
     * @param resources sorted by kind: filters, rules, routes, addresses, links
     */
    record Remove(List<Resource> resources) implements Action {}

    /** Send gratuitous ARPs or unsolicited neighbour advertisements: {@code repeat} rounds over the addresses. */
    record Announce(List<Resource> resources, int repeat) implements Action {}

    /** Run the notifications of a router (scripts, FIFO, mail) for a state that is fully in effect now. */
    record Notify(RouterState state, int priority) implements Action {}

    /** Run the notifications of a sync group; delivered with the number of any member. */
    record NotifyGroup(String group, RouterState state) implements Action {}

    /** A master heard a lower priority: notification MASTER_RX_LOWER_PRI. */
    record NotifyLowerPriority(int priority) implements Action {}

    // Reports

    /** A transition begins. Its effects follow. */
    record StateChanged(RouterState from, RouterState to, TransitionCause cause) implements Action {}

    /** A sync group moves its members to a state. */
    record GroupStateChanged(String group, RouterState state) implements Action {}

    /** Nothing happens before the startup delay ends; delivered once with router -1. */
    record StartupDelayed(long delayNanos) implements Action {}

    /** A backup's master-down timer fired; in a sync group it may stay backup. */
    record MasterTimeout() implements Action {}

    /** A backup heard the first advert of a sender. */
    record MasterSet(IpAddress address) implements Action {}

    /** A backup heard another sender than before. */
    record MasterChanged(IpAddress from, IpAddress to) implements Action {}

    /** A backup that would preempt discarded the advert of a lower priority. */
    record LowerPriorityDiscarded(IpAddress source, int priority) implements Action {}

    /** A master heard a lower priority; {@code forcingElection} when it answered at once. */
    record LowerPriorityHeard(IpAddress source, int priority, int ownPriority, boolean forcingElection)
            implements
                Action {}

    /** A master heard a higher priority and gives way. */
    record HigherPriorityHeard(IpAddress source, int priority, int ownPriority) implements Action {}

    /** A master heard its own priority from a higher address and gives way. */
    record HigherAddressHeard(IpAddress source, int priority) implements Action {}

    /** An owner (priority 255) that is master heard another owner: a mistake in one of the configurations. The lower address gives way. */
    record RivalOwnerHeard(IpAddress source, boolean givingWay) implements Action {}

    /** A router heard that the sender releases mastership. */
    record PriorityZeroHeard(IpAddress source, RouterState state) implements Action {}

    /**
     * Something is wrong with an advert. Reported once per kind until the state or the accepted sender changes; counters count each.
     *
     * @param received what the advert has, see {@link AdvertFinding}
     * @param expected what was expected
     * @param expectedLimit upper end where a range was expected, else equal to expected
     * @param address the address that is missing in the advert, else null
     */
    record AdvertFaulty(
            AdvertFinding finding,
            IpAddress source,
            long received,
            long expected,
            long expectedLimit,
            IpAddress address) implements Action {}

    /** An advert for a router id that nobody has here; once per interface and id, with router -1. */
    record UnknownVrid(int interfaceIndex, AddressFamily family, int vrid, IpAddress source) implements Action {}

    /** So many reports of packets for this router were left out because too many came. */
    record ReportsSuppressed(long count) implements Action {}

    /** A backup follows another advertisement interval from now on. */
    record IntervalLearned(long fromNanos, long toNanos) implements Action {}

    /** The effective priority changed. */
    record EffectivePriorityChanged(int from, int to, RouterState state) implements Action {}

    /** A lower master is tolerated until the delay is over. */
    record PreemptDelayStarted(long delayNanos) implements Action {}

    /** A higher or equal priority ended the preempt delay. */
    record PreemptDelayStopped() implements Action {}

    /**
     * This process woke up late; once for all routers that notice it, with router -1.
     *
     * @param state of the router that noticed it first. MASTER: it overslept a whole down interval; BACKUP: it listens for one more advert
     *        before it claims
     * @param lateByNanos how late the timer was handled
     */
    record StallNoticed(RouterState state, long lateByNanos) implements Action {}

    /** A reason for FAULT appeared. */
    record FaultRaised(FaultReason reason) implements Action {}

    /** A reason for FAULT is gone; others may remain. */
    record FaultCleared(FaultReason reason) implements Action {}

    /** A resource that somebody else removed is put back. */
    record ResourceRestored(Resource resource) implements Action {}

    /** A resource was removed again soon after it had been put back; it is put back after the delay, which grows while the fight lasts. */
    record ResourceRestorationDelayed(Resource resource, long delayNanos) implements Action {}

    /**
     * An address that somebody else removed is not put back yet: an address of the host's own in the same network vanished with it, and put back
     * first it would become the primary one, and the host's own go with it later.
     *
     * @param hostAddress the host's address that is waited for
     * @param limitNanos how long it is waited for at most
     */
    record ResourceHeldBack(Resource resource, IpPrefix hostAddress, long limitNanos) implements Action {}

    /** The host's own address did not come back in time; the resource is put back without it. {@link ResourceRestored} follows. */
    record ResourceHoldExpired(Resource resource) implements Action {}

    /** A resource could not be installed and is tried again after the delay. */
    record ResourceRetryScheduled(Resource resource, String reason, long delayNanos) implements Action {}

    /** A resource could not be installed and is not tried again before the next transition, or a reload that changes it. */
    record ResourceGivenUp(Resource resource, String reason) implements Action {}
}
