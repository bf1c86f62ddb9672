package org.jkeepalived.daemon.dump;

import java.time.ZoneOffset;
import java.util.List;
import org.jkeepalived.vrrp.RouterCounters;

/** keepalived.stats: the counters of all instances. For one instance the text after the first line is YAML. */
public final class StatsDump {
    /** Of the authentication trailer, which nobody reads here. */
    private static final List<String> EXTENSION_ERRORS = List.of("Missing", "Malformed", "Unknown Key", "Invalid HMAC",
            "Stale", "Replay");

    private StatsDump() {}

    /** The file's text. */
    public static String render(List<InstanceSnapshot> instances) {
        var report = new Report(ZoneOffset.UTC);
        for (var instance : instances) {
            report.line(0, "VRRP Instance: " + instance.name());
            counters(report, instance.counters());
        }
        return report.toString();
    }

    private static void counters(Report report, RouterCounters counters) {
        report.line(2, "Advertisements:");
        count(report, 4, "Received", counters.advertsReceived());
        count(report, 4, "Sent", counters.advertsSent());
        count(report, 2, "Became master", counters.becameMaster());
        count(report, 2, "Released master", counters.releasedMaster());
        report.line(2, "Packet Errors:");
        count(report, 4, "Length", counters.lengthErrors());
        count(report, 4, "TTL", counters.ttlErrors());
        count(report, 4, "Invalid Type", counters.typeErrors());
        count(report, 4, "Advertisement Interval", counters.intervalErrors());
        count(report, 4, "Address List", counters.addressListErrors());
        report.line(2, "Authentication Errors:");
        count(report, 4, "Invalid Type", counters.authenticationTypeUnknown());
        count(report, 4, "Type Mismatch", counters.authenticationTypeMismatch());
        count(report, 4, "Failure", counters.authenticationFailures());
        report.line(2, "Authentication Extension Errors:");
        EXTENSION_ERRORS.forEach(name -> count(report, 4, name, 0));
        report.line(2, "Priority Zero:");
        count(report, 4, "Received", counters.priorityZeroReceived());
        count(report, 4, "Sent", counters.priorityZeroSent());
    }

    private static void count(Report report, int indent, String name, long value) {
        report.line(indent, name + ": " + value);
    }
}
