package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.LIMIT;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.Node;

/** The statistics file that the daemon writes upon SIGUSR2. */
final class Dump {
    private static final String STATS = "/tmp/keepalived.stats";

    private Dump() {}

    /** Counters by {@code instance/section/name}; counters outside of a section by {@code instance/name}. */
    static Map<String, Long> stats(Lab lab, Node node) {
        return stats(lab, node, "USR2");
    }

    /** The same upon another signal. */
    static Map<String, Long> stats(Lab lab, Node node, String signal) {
        node.host().must("rm", "-f", STATS);
        node.signal(signal);
        lab.await("statistics", LIMIT,
                () -> node.host().read(STATS).matches("(?s).*Priority Zero:\\s+Received: \\d+\\s+Sent: \\d+\\s+"));
        var counters = new LinkedHashMap<String, Long>();
        String instance = "";
        String section = "";
        for (String line : node.host().read(STATS).split("\n")) {
            String[] pair = line.strip().split(":\\s*", 2);
            if (line.startsWith("VRRP Instance: ")) {
                instance = pair[1];
            } else if (pair.length == 2 && pair[1].isEmpty()) {
                section = pair[0];
            } else {
                counters.put(instance + "/" + (line.startsWith("    ") ? section + "/" : "") + pair[0],
                        Long.parseLong(pair[1]));
            }
        }
        return counters;
    }
}
