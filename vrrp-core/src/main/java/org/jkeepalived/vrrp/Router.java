package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.jkeepalived.vrrp.packet.AdvertPayload;
import org.jkeepalived.vrrp.packet.ProtocolVersion;

/** What is known of one virtual router. Plain data and the arithmetic on it; the rules are in the classes that change it. */
final class Router {

    /** Timers of a router: the number of the router times {@link #TIMER_KINDS} plus one of these. */
    static final int TIMER_ELECTION = 0;
    static final int TIMER_SECOND_BURST = 1;
    static final int TIMER_REFRESH = 2;
    static final int TIMER_RESOURCES = 3;
    static final int TIMER_CONTESTED = 4;
    static final int TIMER_KINDS = 5;

    private static final int ANSWERS_AT_ONCE = 5;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    final int number;
    CounterBlock counters;
    final ReportGate reports = new ReportGate();
    final Allowance answers = new Allowance(ANSWERS_AT_ONCE);
    final List<FaultReason> faults = new ArrayList<>();
    /** What ails resources of a master. In the order in which it came, which decides nothing but keeps runs alike. */
    final Map<Resource, ResourceTrouble> troubles = new LinkedHashMap<>();
    /** Addresses that the kernel has confirmed and that are not announced yet. */
    final Set<Resource> confirmed = new LinkedHashSet<>();
    /** How many resources of each kind are gone and will be tried again. */
    final int[] missingByKind = new int[ResourceKind.values().length];
    RouterParameters parameters;
    SyncGroup group;
    /** Whether announcements wait in a pacing. */
    boolean paced;

    RouterState state = RouterState.INIT;
    RouterState wantState = RouterState.BACKUP;
    long lastTransitionNanos;
    TransitionCause lastTransitionCause;

    int interfaceIndex;
    IpAddress source;
    int effectivePriority;
    int totalPriority;
    int trackersPending;

    IpAddress masterAddress;
    int masterPriority;
    long masterIntervalNanos;
    long preemptDelayEndNanos;
    /** Set once a backup got its extra wait after a stall, until it hears an advert or changes its state. */
    boolean stallGraceUsed;

    long lastAdvertSentNanos;
    long lastAdvertReceivedNanos;
    /** When the packet came that is being handled. */
    long packetNanos;
    /** Whether the next advert is also the answer to a packet that came when too many had been answered. */
    boolean answerDeferred;
    /** When it last announced its addresses because of a packet. */
    long lastContestedNanos;
    boolean resourcesSet;
    /** One bit per {@link AdvertFinding} that was reported since the state or the master changed. */
    int findingsReported;

    long[] advertisedHigh;
    long[] advertisedLow;
    Action.SendAdvert advert;
    Action.SendAdvert priorityZeroAdvert;
    Action.Install installAll;
    Action.Remove removeAll;
    Action.Announce takeOverBurst;
    Action.Announce refreshBurst;
    Action.Announce lowerPriorityBurst;
    /** What the second burst repeats. */
    Action.Announce secondBurst;
    private AdvertFormat format;

    Router(int number, RouterParameters parameters, CounterBlock counters) {
        this.number = number;
        this.counters = counters;
        this.parameters = parameters;
        interfaceIndex = parameters.interfaceIndex();
        source = parameters.sourceAddress();
        totalPriority = parameters.election().priority();
        effectivePriority = totalPriority;
        masterIntervalNanos = parameters.advertIntervalNanos();
        prepare();
    }

    /** Makes the actions that are sent again and again, from the present parameters, source and priority. */
    void prepare() {
        List<IpAddress> advertised = parameters.advertisedAddresses();
        advertisedHigh = new long[advertised.size()];
        advertisedLow = new long[advertised.size()];
        for (int i = 0; i < advertisedHigh.length; i++) {
            advertisedHigh[i] = advertised.get(i).high();
            advertisedLow[i] = advertised.get(i).low();
        }
        installAll = new Action.Install(parameters.resources(), false);
        removeAll = new Action.Remove(parameters.resourceSet().removal());
        AnnouncementSettings settings = parameters.announcement();
        takeOverBurst = new Action.Announce(parameters.announced(), settings.repeat());
        refreshBurst = new Action.Announce(parameters.announced(), settings.refreshRepeat());
        lowerPriorityBurst = new Action.Announce(parameters.announced(), settings.lowerPrioRepeat());
        secondBurst = takeOverBurst;
        prepareAdverts();
    }

    /** Encodes the adverts anew unless they would be the same; a router without a source address has none. */
    void prepareAdverts() {
        AdvertFormat before = format;
        format = source == null ? null : parameters.advertFormat(source);
        if (format == null) {
            advert = null;
            priorityZeroAdvert = null;
            return;
        }
        if (before != null && format.equals(before)) {
            return;
        }
        AdvertPayload release = format.encode(0);
        priorityZeroAdvert = new Action.SendAdvert(release);
        prepareAdvert();
    }

    /** Encodes the advert of the effective priority. */
    void prepareAdvert() {
        if (format != null) {
            advert = new Action.SendAdvert(format.encode(effectivePriority));
        }
    }

    /** Whether a report that the packet in hand causes may be made. */
    boolean mayReport(ActionSink out) {
        return reports.opens(number, packetNanos, out);
    }

    int timer(int kind) {
        return number * TIMER_KINDS + kind;
    }

    boolean owner() {
        return parameters.election().owner();
    }

    boolean ended() {
        return state == RouterState.STOP || state == RouterState.DELETED;
    }

    /** RFC 3768 section 6.1 (seconds), RFC 9568 section 6.1 (a part of the master's interval). */
    long skewNanos() {
        long unit = parameters.version() == ProtocolVersion.V2 ? NANOS_PER_SECOND : masterIntervalNanos;
        return (256 - effectivePriority) * unit / 256;
    }

    /** How long a backup waits without an advert before it takes over. */
    long masterDownNanos() {
        return parameters.election().downTimerAdverts() * masterIntervalNanos + skewNanos();
    }

    boolean isFromMaster(long sourceHigh, long sourceLow) {
        return masterAddress != null && masterAddress.is(sourceHigh, sourceLow);
    }

    /** Whether there is no interface to send by. */
    boolean interfaceMissing() {
        for (FaultReason fault : faults) {
            if (fault instanceof FaultReason.InterfaceMissing) {
                return true;
            }
        }
        return false;
    }

    /** A fault by configuration alone is not notified, as in keepalived. */
    boolean onlyConfigurationFaults() {
        for (FaultReason fault : faults) {
            if (!(fault instanceof FaultReason.Configuration)) {
                return false;
            }
        }
        return !faults.isEmpty();
    }

    boolean follows(int trackerId) {
        for (Tracking tracking : parameters.trackings()) {
            if (tracking.trackerId() == trackerId) {
                return true;
            }
        }
        return false;
    }

    void forgetMaster() {
        masterAddress = null;
        masterPriority = 0;
        masterIntervalNanos = parameters.advertIntervalNanos();
    }

    private List<Resource> resourcesMissing() {
        List<Resource> missing = new ArrayList<>();
        for (ResourceTrouble trouble : troubles.values()) {
            if (trouble.isAway()) {
                missing.add(trouble.resource);
            }
        }
        return List.copyOf(missing);
    }

    RouterSnapshot snapshot(TimerQueue timers) {
        return new RouterSnapshot(number, parameters, state, wantState, group == null ? null : group.name,
                lastTransitionNanos, lastTransitionCause, timers.deadline(timer(TIMER_ELECTION)), masterDownNanos(),
                effectivePriority, totalPriority, source, masterAddress, masterPriority, masterIntervalNanos,
                lastAdvertSentNanos, lastAdvertReceivedNanos, resourcesSet, resourcesMissing(), List.copyOf(faults),
                trackersPending, preemptDelayEndNanos, counters.toRecord());
    }
}
