package org.jkeepalived.daemon.messages;

import java.util.List;
import java.util.function.Consumer;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.FaultReason;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.TransitionCause;
import org.jkeepalived.vrrp.VirtualAddress;

/**
 * The log lines of the core's actions: keepalived's words where it has some. Runs on the log's thread, since a takeover of many addresses is
 * thousands of lines.
 */
public final class ReportLines {

    /** What the words need to know beside the action itself; safe for any thread. */
    public interface Names {
        /** The interface that an address is set on. */
        String device(RouterParameters router, VirtualAddress address);

        /** The name of an interface. */
        String interfaceName(int index);

        /** What a tracker follows, such as {@code script chk}. */
        String tracker(int id);
    }

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Names names;
    private final boolean detail;
    private final boolean unknownVrids;

    /**
     * @param detail whether lines of {@code -D} are wanted
     * @param unknownVrids whether adverts for unknown router ids are logged (log_unknown_vrids)
     */
    public ReportLines(Names names, boolean detail, boolean unknownVrids) {
        this.names = names;
        this.detail = detail;
        this.unknownVrids = unknownVrids;
    }

    /**
     * Writes the lines of one action.
     *
     * @param router the router's configuration, null for an action of the whole set
     */
    public void write(RouterParameters router, Action action, Consumer<String> out) {
        String prefix = router == null ? "" : "(" + router.name() + ") ";
        switch (action) {
            case Action.SendAdvert(var payload) -> {
                if (payload.priority() == 0) {
                    detailed(out, prefix + "sent 0 priority");
                }
            }
            case Action.AddAddresses(var addresses) -> addresses(prefix + "setting ", addresses, out);
            case Action.RemoveAddresses(var addresses) -> addresses(prefix + "removing ", addresses, out);
            case Action.Announce(var addresses, int repeat) -> {
                if (detail) {
                    announcements(router, prefix, addresses, repeat, out);
                }
            }
            case Action.Notify _,Action.NotifyGroup _,Action.NotifyLowerPriority _,Action.FaultCleared _ -> {
            }
            case Action.StateChanged change -> state(router, change, prefix, out);
            case Action.GroupStateChanged(String group, RouterState state) ->
                    out.accept("VRRP_Group(" + group + ") Syncing instances to " + state + " state");
            case Action.StartupDelayed(long nanos) ->
                    out.accept("Delaying startup for " + nanos / NANOS_PER_SECOND + " seconds");
            case Action.MasterTimeout() -> detailed(out, prefix + "Receive advertisement timeout");
            case Action.MasterSet(var address) -> detailed(out, prefix + "master set to " + address);
            case Action.MasterChanged(var from, var to) ->
                    detailed(out, prefix + "master changed from " + from + " to " + to);
            case Action.LowerPriorityDiscarded(var source, int priority) -> out.accept(
                    prefix + "received lower priority (" + priority + ") advert from " + source + " - discarding");
            case Action.LowerPriorityHeard(var source, int priority, int own, boolean forcing) ->
                    out.accept(prefix + "Received advert from " + source + " with lower priority " + priority
                            + ", ours " + own + (forcing ? ", forcing new election" : ""));
            case Action.HigherPriorityHeard(var source, int priority, int own) -> out.accept(prefix
                    + "Master received advert from " + source + " with higher priority " + priority + ", ours " + own);
            case Action.HigherAddressHeard(var source, int priority) ->
                    out.accept(prefix + "Master received advert from " + source + " with same priority " + priority
                            + " but higher IP address than ours");
            case Action.RivalOwnerHeard(var source, boolean givingWay) -> out.accept(prefix + "CONFIGURATION ERROR: "
                    + source + " is address owner (priority 255) too" + (givingWay ? ", giving way to it" : ""));
            case Action.PriorityZeroHeard(_, RouterState state) -> detailed(out,
                    prefix + (state == RouterState.MASTER
                            ? "Master received priority 0 message"
                            : "Backup received priority 0 advertisement"));
            case Action.AdvertFaulty faulty -> out.accept(prefix + AdvertFaultText.of(router, faulty));
            case Action.UnknownVrid(int index, _, int vrid, _) -> {
                if (unknownVrids) {
                    out.accept("Unknown VRID(" + vrid + ") received on interface(" + names.interfaceName(index)
                            + "). ignoring...");
                }
            }
            case Action.IntervalLearned(long from, long to) ->
                    out.accept(prefix + "advertisement interval updated from " + from / NANOS_PER_MILLI + "ms to "
                            + to / NANOS_PER_MILLI + "ms by master");
            case Action.EffectivePriorityChanged(int from, int to, _) ->
                    out.accept(prefix + "Changing effective priority from " + from + " to " + to);
            case Action.PreemptDelayStarted(long nanos) ->
                    detailed(out, prefix + "start preempt delay (" + seconds(nanos) + ")");
            case Action.PreemptDelayStopped() -> detailed(out, prefix + "stop preempt delay");
            case Action.StallNoticed(RouterState state, long late) ->
                    out.accept(prefix + "this process was not run for " + late / NANOS_PER_MILLI + " ms: "
                            + (state == RouterState.MASTER
                                    ? "another router may have taken over meanwhile"
                                    : "listening for one more advert before taking over"));
            case Action.FaultRaised(FaultReason reason) ->
                    detailed(out, prefix + "fault: " + FaultText.of(reason, names));
            case Action.AddressRestored(var address) -> out.accept(prefix + address.address() + " was removed from "
                    + names.device(router, address) + " by somebody else, putting it back");
            case Action.AddressRetryScheduled(var address, String reason, long delay) ->
                    out.accept(prefix + "cannot set " + address.address() + " on " + names.device(router, address)
                            + ": " + reason + ", trying again in " + delay / NANOS_PER_SECOND + " s");
        }
    }

    private void detailed(Consumer<String> out, String line) {
        if (detail) {
            out.accept(line);
        }
    }

    private void addresses(String start, List<VirtualAddress> addresses, Consumer<String> out) {
        boolean advertised = false;
        boolean excluded = false;
        for (VirtualAddress address : addresses) {
            advertised |= address.advertised();
            excluded |= !address.advertised();
        }
        if (advertised) {
            detailed(out, start + "VIPs.");
        }
        if (excluded) {
            detailed(out, start + "E-VIPs.");
        }
    }

    private void announcements(RouterParameters router, String prefix, List<VirtualAddress> addresses, int repeat,
            Consumer<String> out) {
        for (int round = 0; round < repeat; round++) {
            for (VirtualAddress address : addresses) {
                boolean ipv4 = address.address().family() == AddressFamily.IPV4;
                String where = " on " + names.device(router, address) + " for " + address.address();
                if (round == 0) {
                    out.accept(prefix + (ipv4
                            ? "Sending/queueing gratuitous ARPs"
                            : "Sending/queueing Unsolicited Neighbour Adverts") + where);
                }
                out.accept((ipv4 ? "Sending gratuitous ARP" : "Sending unsolicited Neighbour Advert") + where);
            }
        }
    }

    private static void state(RouterParameters router, Action.StateChanged change, String prefix,
            Consumer<String> out) {
        switch (change.to()) {
            case MASTER -> out.accept(prefix + "Entering MASTER STATE");
            case BACKUP -> out.accept(
                    prefix + "Entering BACKUP STATE" + (change.cause() == TransitionCause.STARTUP ? " (init)" : ""));
            case FAULT -> out.accept(change.from() == RouterState.INIT
                    ? prefix + "entering FAULT state"
                    : prefix + "Entering FAULT STATE");
            case INIT, STOP, DELETED -> {
            }
        }
        if (change.cause() == TransitionCause.STALLED) {
            out.accept(prefix + "another router took over while this process was not run");
        }
    }

    private static String seconds(long nanos) {
        return "%d.%06d".formatted(nanos / NANOS_PER_SECOND, nanos % NANOS_PER_SECOND / NANOS_PER_MICRO);
    }
}
