package org.jkeepalived.vrrp;

import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.packet.AdvertPayload;

/**
 * What a router wants done or reported. Actions of one router are carried out in the order in which they come; those of different routers
 * may be interleaved, and effects of one kind may be batched until the call into {@link RouterSet} returns, provided that for one router
 * <ul>
 * <li>{@link AddAddresses} has reached the kernel before the {@link Announce} that follows it is sent,
 * <li>the {@link SendAdvert} of a take-over leaves no later than its {@link AddAddresses} starts,
 * <li>a {@link SendAdvert} with priority 0 leaves before {@link RemoveAddresses} starts,
 * <li>{@link Notify} and {@link NotifyGroup} come after the effects of their transition.
 * </ul>
 * Actions of the steady state are preallocated objects.
 */
public sealed interface Action {

    // Effects

    /** Send the payload to all of its destinations. Compare payloads by identity to reuse bytes copied before. */
    record SendAdvert(AdvertPayload payload) implements Action {}

    /** Set addresses: all of the router's when it becomes master, single ones when they are put back or a reload adds them. */
    record AddAddresses(List<VirtualAddress> addresses) implements Action {}

    /** Remove addresses. */
    record RemoveAddresses(List<VirtualAddress> addresses) implements Action {}

    /** Send gratuitous ARPs or unsolicited neighbour advertisements: {@code repeat} rounds over the addresses. */
    record Announce(List<VirtualAddress> addresses, int repeat) implements Action {}

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

    /** A backup follows another advertisement interval from now on. */
    record IntervalLearned(long fromNanos, long toNanos) implements Action {}

    /** The effective priority changed. */
    record EffectivePriorityChanged(int from, int to, RouterState state) implements Action {}

    /** A lower master is tolerated until the delay is over. */
    record PreemptDelayStarted(long delayNanos) implements Action {}

    /** A higher or equal priority ended the preempt delay. */
    record PreemptDelayStopped() implements Action {}

    /**
     * This process woke up late.
     *
     * @param state MASTER: it overslept a whole down interval; BACKUP: it listens for one more advert before it claims
     * @param lateByNanos how late the timer was handled
     */
    record StallNoticed(RouterState state, long lateByNanos) implements Action {}

    /** A reason for FAULT appeared. */
    record FaultRaised(FaultReason reason) implements Action {}

    /** A reason for FAULT is gone; others may remain. */
    record FaultCleared(FaultReason reason) implements Action {}

    /** An address that somebody else removed is put back. */
    record AddressRestored(VirtualAddress address) implements Action {}

    /** An address could not be added and is tried again after the delay. */
    record AddressRetryScheduled(VirtualAddress address, String reason, long delayNanos) implements Action {}
}
