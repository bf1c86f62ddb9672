package org.jkeepalived.daemon.dump;

import java.util.List;
import org.jkeepalived.config.settings.Authentication;
import org.jkeepalived.config.settings.Garp;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.NotifyScripts;
import org.jkeepalived.config.settings.ScriptCommand;
import org.jkeepalived.config.settings.TrackedInterface;
import org.jkeepalived.config.settings.TrackedScript;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.vrrp.RouterState;

/** One instance in the section "VRRP Topology". Its fields stand behind three blanks: parsers end the block at fewer. */
final class InstanceSection {
    private static final int DEFAULT_TTL = 255;
    private static final int NO_TTL = -1;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private InstanceSection() {}

    /** @param running whether to show what only a running instance has */
    static void render(Report report, InstanceSnapshot instance, boolean running) {
        InstanceSettings settings = instance.settings();
        report.field(1, "VRRP Instance", settings.name());
        report.field(3, "VRRP Version", settings.version());
        if (settings.syncGroup() != null) {
            report.field(3, "Sync group", settings.syncGroup());
        }
        if (settings.family() == AddressFamily.IPV6) {
            report.line(3, "Using Native IPv6");
        }
        state(report, instance, running);
        network(report, instance);
        garp(report, 3, "Gratuitous ARP refresh", settings.garp());
        election(report, instance, running);
        authentication(report, settings);
        if (settings.debug() != 0) {
            report.field(3, "Debug level", settings.debug());
        }
        lines(report, "Virtual IP (" + instance.addresses().size() + "):", texts(instance.addresses()));
        lines(report, "Virtual IP Excluded :", texts(instance.excludedAddresses()));
        if (settings.unicast()) {
            unicast(report, settings);
        }
        report.line(3,
                running
                        ? "fd_in " + instance.descriptorIn() + ", fd_out " + instance.descriptorOut()
                        : "No sockets allocated");
        lines(report, "Virtual Routes :", instance.routes().stream().map(RouteSnapshot::text).toList());
        lines(report, "Virtual Rules :", settings.rules().stream().map(RuleText::of).toList());
        tracked(report, settings.trackInterfaces(), settings.trackScripts());
        report.field(3, "Using smtp notification", yesNo(settings.smtpAlert()));
        report.field(3, "Notify deleted", settings.notifyScripts().reportDeleted() ? "Deleted" : "Fault");
        notifyScripts(report, settings.notifyScripts());
        report.field(3, "Notify priority changes", settings.notifyPriorityChanges());
    }

    static List<String> texts(List<AddressSnapshot> addresses) {
        return addresses.stream().map(AddressSnapshot::text).toList();
    }

    static void tracked(Report report, List<TrackedInterface> interfaces, List<TrackedScript> scripts) {
        lines(report, "Tracked interfaces :",
                interfaces.stream().map(link -> weighted(link.name(), link.weight(), link.reverse())).toList());
        lines(report, "Tracked scripts :",
                scripts.stream().map(script -> weighted(script.name(), script.weight(), script.reverse())).toList());
    }

    private static String weighted(String name, int weight, boolean reverse) {
        return name + " weight " + new Tracked(name, weight, reverse).weightText();
    }

    private static void lines(Report report, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            report.line(3, title);
            lines.forEach(line -> report.line(5, line));
        }
    }

    static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }

    static void notifyScripts(Report report, NotifyScripts notify) {
        script(report, "Backup state", notify.backup());
        script(report, "Master state", notify.master());
        script(report, "Fault state", notify.fault());
        script(report, "Stop state", notify.stop());
        script(report, "Deleted state", notify.deleted());
        script(report, "Generic state", notify.any());
        script(report, "Master rx lower pri state", notify.masterReceivesLower());
    }

    private static void script(Report report, String which, ScriptCommand command) {
        if (command != null) {
            report.field(3, which + " transition script",
                    command.quoted() + ", uid:gid " + command.uid() + ":" + command.gid());
        }
    }

    private static void state(Report report, InstanceSnapshot instance, boolean running) {
        if (running) {
            report.field(3, "State", instance.state());
        }
        var master = instance.currentMaster();
        if (instance.state() == RouterState.BACKUP && master != null) {
            report.field(3, "Master router", master.address());
            report.field(3, "Master priority", master.priority());
            if (instance.settings().version() == 3) {
                report.field(3, "Master advert int", hundredths(master.advertIntervalMicros()) + " sec");
            }
        }
        flags(report, instance.settings());
        report.field(3, "Wantstate", instance.wantedState());
        report.field(3, "Number of config faults", instance.faults().config());
        if (running) {
            progress(report, instance);
        }
    }

    private static void progress(Report report, InstanceSnapshot instance) {
        report.field(3, "Number of tracker faults", instance.faults().trackers());
        report.field(3, "Number of track scripts init", instance.faults().scriptsInInit());
        report.field(3, "Last transition", report.time(instance.lastTransitionEpochMicros()));
        report.field(3, "Read timeout",
                instance.readTimeoutEpochMicros() == 0 ? "DISABLED" : report.time(instance.readTimeoutEpochMicros()));
        report.field(3, "Master down timer", instance.masterDownMicros() + " usecs");
    }

    /** keepalived prints the title without "none" also for switches that it then does not list. */
    private static void flags(Report report, InstanceSettings settings) {
        boolean any = settings.unicast() || settings.nopreempt() || settings.skipCheckAdvAddr()
                || !settings.trackPrimary() || settings.link().promoteSecondaries() || settings.sourceAddress() != null;
        report.line(3, any ? "Flags:" : "Flags: none");
        if (settings.unicast()) {
            report.line(5, "Using unicast");
        }
    }

    private static void network(Report report, InstanceSnapshot instance) {
        InstanceSettings settings = instance.settings();
        report.field(3, "Interface", settings.interfaceName());
        if (!settings.trackPrimary()) {
            report.line(3, "VRRP interface tracking disabled");
        }
        if (settings.skipCheckAdvAddr()) {
            report.line(3, "Skip checking advert IP addresses");
        }
        if (settings.strict()) {
            report.line(3, "Enforcing strict VRRP compliance");
        }
        String source = instance.sourceAddress().isEmpty() ? "(none)" : instance.sourceAddress();
        report.field(3, "Using src_ip", source + (settings.sourceAddress() == null ? "" : " (from configuration)"));
        if (!settings.unicast()) {
            report.line(3, "Multicast address " + settings.multicastDestination()
                    + (settings.family() == AddressFamily.IPV6 ? ", ifindex " + instance.interfaceIndex() : ""));
        }
    }

    /** @param refresh name of the line about the refresh, which differs */
    static void garp(Report report, int indent, String refresh, Garp garp) {
        report.field(indent, "Gratuitous ARP delay", garp.masterDelayNanos() / NANOS_PER_SECOND);
        report.field(indent, "Gratuitous ARP repeat", garp.masterRepeat());
        report.field(indent, refresh, garp.masterRefreshNanos() / NANOS_PER_SECOND);
        report.field(indent, "Gratuitous ARP refresh repeat", garp.masterRefreshRepeat());
        report.field(indent, "Gratuitous ARP lower priority delay", garp.lowerPrioDelayNanos() / NANOS_PER_SECOND);
        report.field(indent, "Gratuitous ARP lower priority repeat", garp.lowerPrioRepeat());
    }

    private static void election(Report report, InstanceSnapshot instance, boolean running) {
        InstanceSettings settings = instance.settings();
        report.field(3, "Down timer adverts", settings.downTimerAdverts());
        report.field(3, "Send advert after receive lower priority advert", !settings.lowerPrioNoAdvert());
        report.field(3, "Send advert after receive higher priority advert", settings.higherPrioSendAdvert());
        report.field(3, "Virtual Router ID", settings.virtualRouterId());
        report.field(3, "Priority", settings.priority());
        if (running) {
            report.field(3, "Effective priority", instance.effectivePriority());
            report.field(3, "Total priority", instance.totalPriority());
        }
        report.field(3, "Advert interval", interval(settings, instance.advertIntervalMicros()));
        if (settings.version() == 3 && instance.state() == RouterState.BACKUP) {
            report.field(3, "Master advert interval", interval(settings, instance.masterAdvertIntervalMicros()));
        }
        report.field(3, "Accept", enabled(settings.accept()));
        report.field(3, "Preempt", enabled(!settings.nopreempt()));
        if (settings.preemptDelayNanos() != 0) {
            report.field(3, "Preempt delay", Report.general(settings.preemptDelayNanos() / NANOS_PER_MICRO) + " secs");
        }
        report.field(3, "Promote_secondaries", enabled(settings.link().promoteSecondaries()));
    }

    private static void authentication(Report report, InstanceSettings settings) {
        if (settings.version() != 2) {
            return;
        }
        Authentication.Type type = settings.authentication().type();
        report.field(3, "Authentication type", switch (type) {
            case NONE -> "none";
            case PASS -> "SIMPLE_PASSWORD";
            case AH -> "IPSEC_AH";
        });
        if (type == Authentication.Type.PASS) {
            report.field(3, "Password", "********");
        }
    }

    private static void unicast(Report report, InstanceSettings settings) {
        report.field(3, "Unicast TTL", settings.unicastTtl() == NO_TTL ? DEFAULT_TTL : settings.unicastTtl());
        report.line(3, "Check unicast src : " + yesNo(settings.checkUnicastSource()));
        report.line(3, "Unicast Peer :");
        settings.unicastPeers()
                .forEach(peer -> report.line(5,
                        peer.address() + " min_ttl " + peer.minTtl() + " max_ttl " + peer.maxTtl()));
        report.field(3, "Unicast checksum compatibility", settings.v3ChecksumAsV2() ? "config" : "no");
    }

    private static String interval(InstanceSettings settings, long micros) {
        return settings.version() == 2 ? micros / 1_000_000 + " sec" : micros / 1_000 + " milli-sec";
    }

    private static String hundredths(long micros) {
        return java.math.BigDecimal.valueOf(micros, 6).setScale(2, java.math.RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String enabled(boolean value) {
        return value ? "enabled" : "disabled";
    }
}
