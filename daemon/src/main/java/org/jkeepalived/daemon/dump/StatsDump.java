package org.jkeepalived.daemon.dump;

import java.time.ZoneOffset;
import java.util.List;

/** keepalived.stats: the counters of all instances. For one instance the text after the first line is YAML. */
public final class StatsDump {
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

    private static void counters(Report report, CounterSnapshot counters) {
        report.line(2, "Advertisements:");
        count(report, 4, "Received", counters.advertsReceived());
        count(report, 4, "Sent", counters.advertsSent());
        count(report, 2, "Became master", counters.becameMaster());
        count(report, 2, "Released master", counters.releasedMaster());
        report.line(2, "Packet Errors:");
        count(report, 4, "Length", counters.packet().length());
        count(report, 4, "TTL", counters.packet().ttl());
        count(report, 4, "Invalid Type", counters.packet().invalidType());
        count(report, 4, "Advertisement Interval", counters.packet().advertInterval());
        count(report, 4, "Address List", counters.packet().addressList());
        report.line(2, "Authentication Errors:");
        count(report, 4, "Invalid Type", counters.authentication().invalidType());
        count(report, 4, "Type Mismatch", counters.authentication().typeMismatch());
        count(report, 4, "Failure", counters.authentication().failure());
        report.line(2, "Authentication Extension Errors:");
        count(report, 4, "Missing", counters.extension().missing());
        count(report, 4, "Malformed", counters.extension().malformed());
        count(report, 4, "Unknown Key", counters.extension().unknownKey());
        count(report, 4, "Invalid HMAC", counters.extension().invalidHmac());
        count(report, 4, "Stale", counters.extension().stale());
        count(report, 4, "Replay", counters.extension().replay());
        report.line(2, "Priority Zero:");
        count(report, 4, "Received", counters.priorityZeroReceived());
        count(report, 4, "Sent", counters.priorityZeroSent());
    }

    private static void count(Report report, int indent, String name, long value) {
        report.line(indent, name + ": " + value);
    }
}
