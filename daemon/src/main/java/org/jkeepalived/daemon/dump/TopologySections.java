package org.jkeepalived.daemon.dump;

import java.util.List;
import org.jkeepalived.config.settings.ScriptSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.health.CheckResult;
import org.jkeepalived.health.CheckStatus;

/** The entries of the sections after the instances: sockets, sync groups, scripts, interfaces. */
final class TopologySections {
    private static final int ETHERNET = 1;
    private static final int LOOPBACK = 772;
    private static final int NANOS_PER_MICRO = 1_000;

    private TopologySections() {}

    static void socket(Report report, SocketSnapshot socket) {
        report.line(1, "fd_in " + socket.descriptorIn() + " fd_out = " + socket.descriptorOut());
        report.field(3, "Interface", socket.interfaceName());
        report.field(3, "Family", socket.ipv6() ? "IPv6" : "IPv4");
        report.field(3, "Protocol", socket.authenticationHeader() ? "AH" : "VRRP");
        report.field(3, "Type", socket.unicast() ? "Unicast" : "Multicast");
        if (!socket.unicastSource().isEmpty()) {
            report.field(3, "Address", socket.unicastSource());
        }
        report.field(3, "Rx buf size", socket.receiveBufferBytes());
        report.line(3, "VRRP instances");
        socket.instances().forEach(member -> report.line(5, member.name() + " vrid " + member.virtualRouterId()));
    }

    static void group(Report report, GroupSnapshot group) {
        SyncGroupSettings settings = group.settings();
        report.field(1, "VRRP Sync Group", settings.name() + ", " + group.state());
        report.line(3, "Num member fault " + group.membersInFault() + ", num member init " + group.membersInInit());
        report.line(3, "VRRP member instances :");
        group.members().forEach(name -> report.line(5, name));
        report.field(3, "Using smtp notification", InstanceSection.yesNo(settings.smtpAlert()));
        InstanceSection.tracked(report, settings.trackInterfaces(), settings.trackScripts());
        InstanceSection.notifyScripts(report, settings.notifyScripts());
    }

    static void script(Report report, ScriptSnapshot script) {
        ScriptSettings settings = script.settings();
        CheckStatus status = script.status();
        report.field(1, "VRRP Script", settings.name());
        report.field(3, "Command", settings.command().quoted());
        report.field(3, "Interval", Report.general(settings.intervalNanos() / NANOS_PER_MICRO) + " sec");
        report.field(3, "Timeout", Report.general(settings.timeoutNanos() / NANOS_PER_MICRO) + " sec");
        report.field(3, "Weight", new Tracked("", settings.weight(), settings.reverse()).weightText());
        report.field(3, "Rise", settings.rise());
        report.field(3, "Fall", settings.fall());
        report.field(3, "Result", status.resultCounter());
        report.field(3, "Insecure", InstanceSection.yesNo(false));
        report.field(3, "Init state", status.result() == CheckResult.UNKNOWN ? "INIT" : "unknown");
        report.field(3, "Status", status.result() == CheckResult.UP ? "GOOD" : "BAD");
        report.field(3, "Script uid:gid", settings.command().uid() + ":" + settings.command().gid());
        report.line(3, "VRRP instances :");
        report.line(3, "Tracking instances :");
        tracking(report, script.tracking());
        report.field(3, "State", status.runState().label());
    }

    static void link(Report report, InterfaceSnapshot link) {
        report.field(1, "Name", link.name());
        report.field(3, "index", link.index() == 0 ? "0 (deleted)" : link.index());
        report.field(3, "IPv4 address", orNone(link.ipv4Address()));
        report.field(3, "IPv6 address", orNone(link.ipv6Address()));
        if (!link.mac().isEmpty()) {
            report.field(3, "MAC", link.mac());
        }
        if (!link.macBroadcast().isEmpty()) {
            report.field(3, "MAC broadcast", link.macBroadcast());
        }
        report.field(3, "State", flags(link.flags()));
        report.field(3, "Seen up", link.seenUp() ? 1 : 0);
        report.field(3, "Delayed state change running", false);
        report.field(3, "Up debounce timer", link.upDebounceMicros() + "us");
        report.field(3, "Down debounce timer", link.downDebounceMicros() + "us");
        if (link.canChange()) {
            report.line(3, "Interface type/base can be changed");
        }
        report.field(3, "MTU", link.mtu());
        report.field(3, "HW Type", hardware(link.hardwareType()));
        report.line(3, "NIC netlink status update");
        if (link.garpIntervalMicros() != 0) {
            report.line(3, "Gratuitous ARP interval " + link.garpIntervalMicros() / 1_000 + "ms");
        }
        if (link.naIntervalMicros() != 0) {
            report.line(3, "Gratuitous NA interval " + link.naIntervalMicros() / 1_000 + "ms");
        }
        if (link.delayGroup() != 0) {
            report.line(3, "Gratuitous ARP aggregation group " + link.delayGroup());
        }
        kernelSettings(report, link.index() == 0);
        if (!link.tracking().isEmpty()) {
            report.line(3, "Tracking VRRP instances :");
            tracking(report, link.tracking());
        }
    }

    /** Kernel settings that only a virtual MAC changes; none is changed here. */
    private static void kernelSettings(Report report, boolean deleted) {
        report.line(3, "Reset ARP config counter 0");
        report.line(3, "Original arp_ignore 0");
        report.line(3, "Original arp_filter 0");
        if (deleted) {
            report.line(3, "rp_filter 0");
        }
        report.line(3, "Original promote_secondaries 0");
        report.line(3, "Reset promote_secondaries counter 0");
    }

    private static void tracking(Report report, List<Tracked> tracking) {
        tracking.forEach(entry -> report.line(5, entry.name() + ", weight " + entry.weightText()));
    }

    private static String flags(InterfaceSnapshot.Flags flags) {
        return (flags.up() ? "UP" : "not UP") + (flags.running() ? ", RUNNING" : ", not RUNNING")
                + (flags.broadcast() ? "" : ", no broadcast") + (flags.loopback() ? ", loopback" : "")
                + (flags.multicast() ? "" : ", no multicast");
    }

    private static String hardware(int type) {
        return switch (type) {
            case ETHERNET -> "ETHERNET";
            case LOOPBACK -> "LOOPBACK";
            default -> "UNKNOWN (" + type + ")";
        };
    }

    private static String orNone(String address) {
        return address.isEmpty() ? "(none)" : address;
    }
}
