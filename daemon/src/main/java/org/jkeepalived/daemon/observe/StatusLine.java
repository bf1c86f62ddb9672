package org.jkeepalived.daemon.observe;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jkeepalived.daemon.messages.FaultText;
import org.jkeepalived.daemon.messages.ReportLines;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.FaultReason;
import org.jkeepalived.vrrp.RouterIdentity;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSetSnapshot;
import org.jkeepalived.vrrp.RouterSnapshot;
import org.jkeepalived.vrrp.RouterState;

/**
 * One line that says who is master here, and why not: {@code VI_1 MASTER, VI_2 FAULT (interface eth1 does not exist)}. Of many instances it
 * gives the numbers and some of the faults. Kept up by the actions of the routers. Used by one thread.
 */
public final class StatusLine {

    private static final int MAXIMUM_LISTED = 12;
    private static final int MAXIMUM_LISTED_LENGTH = 400;
    private static final int MAXIMUM_FAULTS_SHOWN = 3;
    /** Those that matter most come first. */
    private static final List<RouterState> ORDER = List.of(RouterState.MASTER, RouterState.BACKUP, RouterState.FAULT,
            RouterState.INIT, RouterState.STOP, RouterState.DELETED);

    private static final class Entry {
        private final RouterIdentity identity;
        private RouterState state = RouterState.INIT;
        private IpAddress master;
        private final Set<FaultReason> faults = new LinkedHashSet<>();
        /** As of this time. */
        private long knownNanos = Long.MIN_VALUE;

        Entry(RouterIdentity identity) {
            this.identity = identity;
        }
    }

    private Map<String, Entry> entries = new LinkedHashMap<>();
    private ReportLines.Names names;
    private String notice = "";

    /** From now on these routers run. What is known of one that goes on stays; another is new. */
    public void adopt(List<RouterParameters> routers, ReportLines.Names newNames) {
        Map<RouterIdentity, Entry> before = new HashMap<>();
        entries.values().forEach(entry -> before.put(entry.identity, entry));
        entries = new LinkedHashMap<>();
        for (RouterParameters router : routers) {
            Entry known = before.isEmpty() ? null : before.get(router.identity());
            entries.put(router.name(), known == null ? new Entry(router.identity()) : known);
        }
        names = newNames;
    }

    /** What the routers are now: after news of them were lost. */
    public void restore(RouterSetSnapshot routers) {
        for (RouterSnapshot router : routers.routers()) {
            Entry entry = entries.get(router.parameters().name());
            if (entry != null && routers.nowNanos() >= entry.knownNanos) {
                entry.knownNanos = routers.nowNanos();
                entry.state = router.state();
                entry.master = router.state() == RouterState.BACKUP ? router.masterAddress() : null;
                entry.faults.clear();
                entry.faults.addAll(router.faults());
            }
        }
    }

    /** @param text what comes before the states, such as why the configuration that was read last is not in force; empty for nothing */
    public void notice(String text) {
        notice = text;
    }

    /** Whether actions of this kind are of interest. Any thread; also the loop's, so not a pattern switch. */
    public static boolean concerns(Action action) {
        return action instanceof Action.StateChanged || action instanceof Action.HigherPriorityHeard
                || action instanceof Action.HigherAddressHeard || action instanceof Action.MasterSet
                || action instanceof Action.MasterChanged || action instanceof Action.FaultRaised
                || action instanceof Action.FaultCleared;
    }

    /**
     * Notes what became of a router; returns whether the line may have changed.
     *
     * @param timeNanos when; older news than what is known are left out
     */
    public boolean note(RouterParameters router, Action action, long timeNanos) {
        Entry entry = router == null ? null : entries.get(router.name());
        if (entry == null || timeNanos < entry.knownNanos) {
            return false;
        }
        if (action instanceof Action.StateChanged change) {
            entry.state = change.to();
            if (change.to() != RouterState.BACKUP) {
                entry.master = null;
            }
        } else if (action instanceof Action.HigherPriorityHeard heard) {
            entry.master = heard.source();
        } else if (action instanceof Action.HigherAddressHeard heard) {
            entry.master = heard.source();
        } else if (action instanceof Action.MasterSet set) {
            entry.master = set.address();
        } else if (action instanceof Action.MasterChanged change) {
            entry.master = change.to();
        } else if (action instanceof Action.FaultRaised raised) {
            entry.faults.add(raised.reason());
        } else if (action instanceof Action.FaultCleared cleared) {
            entry.faults.remove(cleared.reason());
        } else {
            return false;
        }
        entry.knownNanos = timeNanos;
        return true;
    }

    /** The line as it is now. */
    public String text() {
        String states = states();
        return notice.isEmpty() ? states : notice + "; " + states;
    }

    private String states() {
        if (entries.isEmpty()) {
            return "no vrrp_instance is configured";
        }
        if (entries.size() <= MAXIMUM_LISTED) {
            StringJoiner list = new StringJoiner(", ");
            entries.forEach((name, entry) -> list.add(name + " " + entry.state + reason(entry)));
            if (list.length() <= MAXIMUM_LISTED_LENGTH) {
                return list.toString();
            }
        }
        return numbers();
    }

    private String reason(Entry entry) {
        return switch (entry.state) {
            case FAULT -> entry.faults.isEmpty() ? "" : " (" + faults(entry) + ")";
            case BACKUP -> entry.master == null ? "" : " (master " + entry.master + ")";
            case INIT, MASTER, DELETED, STOP -> "";
        };
    }

    /** That an interface which is not there has no address goes without saying. */
    private String faults(Entry entry) {
        boolean noInterface = entry.faults.stream().anyMatch(StatusLine::isOfInterface);
        List<FaultReason> causes = entry.faults.stream()
                .filter(fault -> !(noInterface && fault instanceof FaultReason.NoSourceAddress))
                .toList();
        StringJoiner all = new StringJoiner("; ");
        causes.stream().limit(MAXIMUM_FAULTS_SHOWN).forEach(fault -> all.add(FaultText.of(fault, names)));
        return all + more(causes.size());
    }

    private static boolean isOfInterface(FaultReason fault) {
        return fault instanceof FaultReason.InterfaceMissing || fault instanceof FaultReason.InterfaceDown;
    }

    private String numbers() {
        Map<RouterState, Integer> numbers = new EnumMap<>(RouterState.class);
        List<String> faulty = new ArrayList<>();
        entries.forEach((name, entry) -> {
            numbers.merge(entry.state, 1, Integer::sum);
            if (entry.state == RouterState.FAULT) {
                faulty.add(name);
            }
        });
        StringJoiner text = new StringJoiner(", ", entries.size() + " instances: ", "");
        for (RouterState state : ORDER) {
            if (numbers.containsKey(state)) {
                text.add(numbers.get(state) + " " + state + (state == RouterState.FAULT ? some(faulty) : ""));
            }
        }
        return text.toString();
    }

    private String some(List<String> faulty) {
        StringJoiner text = new StringJoiner(", ", " (", more(faulty.size()) + ")");
        faulty.stream().limit(MAXIMUM_FAULTS_SHOWN).forEach(name -> {
            Entry entry = entries.get(name);
            text.add(entry.faults.isEmpty() ? name : name + ": " + faults(entry));
        });
        return text.toString();
    }

    private static String more(int number) {
        return number > MAXIMUM_FAULTS_SHOWN ? " and " + (number - MAXIMUM_FAULTS_SHOWN) + " more" : "";
    }
}
