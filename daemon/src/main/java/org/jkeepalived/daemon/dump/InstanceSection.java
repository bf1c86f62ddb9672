package org.jkeepalived.daemon.dump;

import java.util.List;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Authentication;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Multicast;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Tracked;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Unicast;

/** One instance in the section "VRRP Topology". Its fields stand behind three blanks: parsers end the block at fewer. */
final class InstanceSection {
    private InstanceSection() {}

    /** @param running whether to show what only a running instance has */
    static void render(Report report, InstanceSnapshot instance, boolean running) {
        report.field(1, "VRRP Instance", instance.name());
        report.field(3, "VRRP Version", instance.version());
        if (!instance.syncGroup().isEmpty()) {
            report.field(3, "Sync group", instance.syncGroup());
        }
        if (instance.ipv6()) {
            report.line(3, "Using Native IPv6");
        }
        state(report, instance, running);
        network(report, instance);
        garp(report, instance.garp());
        election(report, instance, running);
        authentication(report, instance);
        if (instance.options().debug() != 0) {
            report.field(3, "Debug level", instance.options().debug());
        }
        addresses(report, "Virtual IP (" + instance.addresses().size() + "):", instance.addresses());
        addresses(report, "Virtual IP Excluded :", instance.excludedAddresses());
        if (instance.transport() instanceof Unicast unicast) {
            unicast(report, unicast);
        }
        report.line(3,
                running
                        ? "fd_in " + instance.descriptorIn() + ", fd_out " + instance.descriptorOut()
                        : "No sockets allocated");
        tracked(report, "Tracked interfaces :", instance.trackedInterfaces());
        tracked(report, "Tracked scripts :", instance.trackedScripts());
        report.field(3, "Using smtp notification", yesNo(instance.options().smtpAlert()));
        report.field(3, "Notify deleted", instance.options().notifyDeleted() ? "Deleted" : "Fault");
        notifyScripts(report, instance.notifyCommands());
        report.field(3, "Notify priority changes", instance.options().notifyPriorityChanges());
    }

    static void tracked(Report report, String title, List<Tracked> tracked) {
        if (tracked.isEmpty()) {
            return;
        }
        report.line(3, title);
        tracked.forEach(entry -> report.line(5, entry.name() + " weight " + weight(entry)));
    }

    static String weight(Tracked tracked) {
        return tracked.weight() + (tracked.reverse() ? " reverse" : "");
    }

    static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }

    static void notifyScripts(Report report, NotifyCommands notify) {
        script(report, "Backup state", notify.backup());
        script(report, "Master state", notify.master());
        script(report, "Fault state", notify.fault());
        script(report, "Stop state", notify.stop());
        script(report, "Deleted state", notify.deleted());
        script(report, "Generic state", notify.generic());
        script(report, "Master rx lower pri state", notify.masterRxLowerPriority());
    }

    private static void script(Report report, String which, NotifyCommands.Command command) {
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
        if (instance.state() == DumpState.BACKUP && master != null) {
            report.field(3, "Master router", master.address());
            report.field(3, "Master priority", master.priority());
            if (instance.version() == 3) {
                report.field(3, "Master advert int", hundredths(master.advertIntervalMicros()) + " sec");
            }
        }
        flags(report, instance);
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
    private static void flags(Report report, InstanceSnapshot instance) {
        var options = instance.options();
        boolean unicast = instance.transport() instanceof Unicast;
        boolean any = unicast || options.nopreempt() || options.skipCheckAdvertAddresses() || options.dontTrackPrimary()
                || options.promoteSecondaries() || instance.sourceConfigured();
        report.line(3, any ? "Flags:" : "Flags: none");
        if (unicast) {
            report.line(5, "Using unicast");
        }
    }

    private static void network(Report report, InstanceSnapshot instance) {
        report.field(3, "Interface", instance.interfaceName());
        if (instance.options().dontTrackPrimary()) {
            report.line(3, "VRRP interface tracking disabled");
        }
        if (instance.options().skipCheckAdvertAddresses()) {
            report.line(3, "Skip checking advert IP addresses");
        }
        if (instance.options().strict()) {
            report.line(3, "Enforcing strict VRRP compliance");
        }
        String source = instance.sourceAddress().isEmpty() ? "(none)" : instance.sourceAddress();
        report.field(3, "Using src_ip", source + (instance.sourceConfigured() ? " (from configuration)" : ""));
        if (instance.transport() instanceof Multicast(String group, int interfaceIndex)) {
            report.line(3, "Multicast address " + group + (instance.ipv6() ? ", ifindex " + interfaceIndex : ""));
        }
    }

    private static void garp(Report report, GarpSettings garp) {
        report.field(3, "Gratuitous ARP delay", garp.delaySeconds());
        report.field(3, "Gratuitous ARP repeat", garp.repeat());
        report.field(3, "Gratuitous ARP refresh", garp.refreshSeconds());
        report.field(3, "Gratuitous ARP refresh repeat", garp.refreshRepeat());
        report.field(3, "Gratuitous ARP lower priority delay", garp.lowerPriorityDelaySeconds());
        report.field(3, "Gratuitous ARP lower priority repeat", garp.lowerPriorityRepeat());
    }

    private static void election(Report report, InstanceSnapshot instance, boolean running) {
        var options = instance.options();
        report.field(3, "Down timer adverts", options.downTimerAdverts());
        report.field(3, "Send advert after receive lower priority advert", !options.lowerPriorityNoAdvert());
        report.field(3, "Send advert after receive higher priority advert", options.higherPrioritySendAdvert());
        report.field(3, "Virtual Router ID", instance.virtualRouterId());
        report.field(3, "Priority", instance.basePriority());
        if (running) {
            report.field(3, "Effective priority", instance.effectivePriority());
            report.field(3, "Total priority", instance.totalPriority());
        }
        report.field(3, "Advert interval", interval(instance, instance.advertIntervalMicros()));
        if (instance.masterAdvertIntervalMicros() != instance.advertIntervalMicros()) {
            report.field(3, "Master advert interval", interval(instance, instance.masterAdvertIntervalMicros()));
        }
        report.field(3, "Accept", enabled(options.accept()));
        report.field(3, "Preempt", enabled(!options.nopreempt()));
        if (options.preemptDelayMicros() != 0) {
            report.field(3, "Preempt delay", Report.general(options.preemptDelayMicros()) + " secs");
        }
        report.field(3, "Promote_secondaries", enabled(options.promoteSecondaries()));
    }

    private static void authentication(Report report, InstanceSnapshot instance) {
        if (instance.version() != 2) {
            return;
        }
        report.field(3, "Authentication type", instance.authentication().label());
        if (instance.authentication() == Authentication.PASS) {
            report.field(3, "Password", "********");
        }
    }

    private static void addresses(Report report, String title, List<AddressSnapshot> addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        report.line(3, title);
        addresses.forEach(address -> report.line(5, address.text()));
    }

    private static void unicast(Report report, Unicast unicast) {
        report.field(3, "Unicast TTL", unicast.ttl());
        report.line(3, "Check unicast src : " + yesNo(unicast.checkSource()));
        report.line(3, "Unicast Peer :");
        unicast.peers()
                .forEach(peer -> report.line(5,
                        peer.address() + " min_ttl " + peer.minTtl() + " max_ttl " + peer.maxTtl()));
        report.field(3, "Unicast checksum compatibility", unicast.oldChecksum() ? "config" : "no");
    }

    private static String interval(InstanceSnapshot instance, long micros) {
        return instance.version() == 2 ? micros / 1_000_000 + " sec" : micros / 1_000 + " milli-sec";
    }

    private static String hundredths(long micros) {
        return java.math.BigDecimal.valueOf(micros, 6).setScale(2, java.math.RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String enabled(boolean value) {
        return value ? "enabled" : "disabled";
    }
}
