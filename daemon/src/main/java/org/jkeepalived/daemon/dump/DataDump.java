package org.jkeepalived.daemon.dump;

import java.time.ZoneId;

/** keepalived.data: the configuration in force and the state of everything, for people and for the programs that parse it. */
public final class DataDump {
    private DataDump() {}

    /**
     * The file's text.
     *
     * @param zone in which points in time are shown
     */
    public static String render(DumpSnapshot snapshot, ZoneId zone) {
        return render(snapshot, zone, true);
    }

    /**
     * The text that goes to the log at start: what was configured, without sockets and without what only running instances have.
     *
     * @param zone in which points in time are shown
     */
    public static String renderConfiguration(DumpSnapshot snapshot, ZoneId zone) {
        return render(snapshot, zone, false);
    }

    private static String render(DumpSnapshot snapshot, ZoneId zone, boolean running) {
        var report = new Report(zone);
        GlobalSection.render(report, snapshot.global());
        garpDelayGroups(report, snapshot);
        StaticSections.render(report, snapshot.statics());
        if (!snapshot.instances().isEmpty()) {
            report.section("VRRP Topology");
            snapshot.instances().forEach(instance -> InstanceSection.render(report, instance, running));
            if (running) {
                report.section("VRRP Sockpool");
                snapshot.sockets().forEach(socket -> TopologySections.socket(report, socket));
            }
        }
        if (!snapshot.groups().isEmpty()) {
            report.section("VRRP Sync groups");
            snapshot.groups().forEach(group -> TopologySections.group(report, group));
        }
        if (!snapshot.scripts().isEmpty()) {
            report.section("VRRP Scripts");
            snapshot.scripts().forEach(script -> TopologySections.script(report, script));
        }
        if (!snapshot.interfaces().isEmpty()) {
            report.section("Interfaces");
            snapshot.interfaces().forEach(link -> TopologySections.link(report, link));
        }
        return report.toString();
    }

    /** keepalived_parent.data: the global definitions alone. */
    public static String renderParent(GlobalSnapshot global, ZoneId zone) {
        var report = new Report(zone);
        GlobalSection.render(report, global);
        return report.toString();
    }

    private static void garpDelayGroups(Report report, DumpSnapshot snapshot) {
        if (snapshot.garpDelayGroups().isEmpty()) {
            return;
        }
        report.section("Gratuitous ARP delays");
        for (var group : snapshot.garpDelayGroups()) {
            report.section("GARP delay group " + group.group());
            if (group.garpIntervalMicros() != 0) {
                report.field(1, "GARP interval", Report.general(group.garpIntervalMicros()));
                report.line(1, "GARP next time " + report.timeWithoutYear(group.garpNextEpochMicros()));
            }
            if (group.naIntervalMicros() != 0) {
                report.field(1, "GNA interval", Report.general(group.naIntervalMicros()));
                report.line(1, "GNA next time " + report.timeWithoutYear(group.naNextEpochMicros()));
            }
            report.line(1, "Interfaces");
            group.interfaces().forEach(name -> report.line(2, name));
        }
    }
}
