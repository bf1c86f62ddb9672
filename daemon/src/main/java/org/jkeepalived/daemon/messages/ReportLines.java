package org.jkeepalived.daemon.messages;

import java.util.List;
import java.util.function.Consumer;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.FaultReason;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.TransitionCause;

/**
 * The log lines of the core's actions: keepalived's words where it has some. Runs on the log's thread, since a takeover of many addresses is
 * thousands of lines.
 */
public final class ReportLines {

    /** What the words need to know beside the action itself; safe for any thread. */
    public interface Names {
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
            case Action.Install install -> installed(prefix, install, out);
            case Action.Remove(var resources) -> resources(prefix + "removing ", resources, out);
            case Action.Announce(var addresses, int repeat) -> {
                if (detail) {
                    announcements(prefix, addresses, repeat, out);
                }
            }
            case Action.Notify _,Action.NotifyGroup _,Action.NotifyLowerPriority _,Action.FaultCleared _ -> {
            }
            case Action.StateChanged change -> state(change, prefix, out);
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
            case Action.RivalOwnerHeard(var source, boolean givingWay) -> out.accept(prefix
                    + "CONFIGURATION ERROR: local instance and a remote instance are both configured as address owner,"
                    + " please fix - "
                    + (givingWay ? "reducing local priority" : source + " has the lower address and should give way"));
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
            case Action.ReportsSuppressed(long count) ->
                    out.accept(prefix + count + " more reports of adverts were left out, too many came");
            case Action.StallNoticed stall -> out.accept(prefix + stalled(stall));
            case Action.FaultRaised(FaultReason reason) ->
                    detailed(out, prefix + "fault: " + FaultText.of(reason, names));
            case Action.ResourceRestored _,Action.ResourceRestorationDelayed _,Action.ResourceHeldBack _ ->
                    out.accept(prefix + ResourceText.line(action));
            case Action.ResourceHoldExpired _,Action.ResourceRetryScheduled _,Action.ResourceGivenUp _ ->
                    out.accept(prefix + ResourceText.line(action));
        }
    }

    private void detailed(Consumer<String> out, String line) {
        if (detail) {
            out.accept(line);
        }
    }

    /** What is put back is told by what led to it. */
    private void installed(String prefix, Action.Install install, Consumer<String> out) {
        if (!install.confirm()) {
            resources(prefix + "setting ", install.resources(), out);
        }
    }

    /** What is being set or removed, in the order in which that is done. */
    private void resources(String start, List<Resource> resources, Consumer<String> out) {
        String last = "";
        for (Resource resource : resources) {
            String word = switch (resource.kind()) {
                case ADDRESS -> resource.advertised() ? "VIPs." : "E-VIPs.";
                case ROUTE -> "Virtual Routes";
                case RULE -> "Virtual Rules";
                case LINK, FILTER -> last;
            };
            if (!word.equals(last)) {
                detailed(out, start + word);
                last = word;
            }
        }
    }

    private void announcements(String prefix, List<Resource> resources, int repeat, Consumer<String> out) {
        for (int round = 0; round < repeat; round++) {
            for (Resource resource : resources) {
                IpAddress address = resource.address().address();
                boolean ipv4 = address.family() == AddressFamily.IPV4;
                String where = " on " + resource.interfaceName() + " for " + address;
                if (round == 0) {
                    out.accept(prefix + (ipv4
                            ? "Sending/queueing gratuitous ARPs"
                            : "Sending/queueing Unsolicited Neighbour Adverts") + where);
                }
                out.accept((ipv4 ? "Sending gratuitous ARP" : "Sending unsolicited Neighbour Advert") + where);
            }
        }
    }

    private static void state(Action.StateChanged change, String prefix, Consumer<String> out) {
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

    private static String stalled(Action.StallNoticed stall) {
        return "this process was not run for " + stall.lateByNanos() / NANOS_PER_MILLI + " ms: "
                + (stall.state() == RouterState.MASTER
                        ? "another router may have taken over meanwhile"
                        : "listening for one more advert before taking over");
    }

    private static String seconds(long nanos) {
        return "%d.%06d".formatted(nanos / NANOS_PER_SECOND, nanos % NANOS_PER_SECOND / NANOS_PER_MICRO);
    }
}
