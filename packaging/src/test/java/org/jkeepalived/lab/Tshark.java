package org.jkeepalived.lab;

import java.util.List;
import java.util.stream.Stream;

/** An independent decoder's opinion of a capture. */
public final class Tshark {
    private static final String TSHARK = "tshark";

    private Tshark() {}

    /** Decodes and returns one line per packet that passes the display filter, its fields joined by {@code |}. */
    public static List<String> fields(byte[] pcap, String filter, String... fields) {
        var words = Stream
                .concat(Stream.of(TSHARK, "-n", "-r", "-", "-Y", filter, "-T", "fields", "-E", "separator=|"),
                        Stream.of(fields).flatMap(field -> Stream.of("-e", field)))
                .toList();
        return Command.run(words, pcap).orFail(TSHARK).out().lines().toList();
    }

    /** Fails when the decoder finds any VRRP packet malformed, cut short or with a wrong checksum, or remarks upon it. */
    public static void assertNoComplaints(byte[] pcap) {
        List<String> complaints = fields(pcap, "vrrp && (_ws.malformed || _ws.expert || vrrp.checksum.status == 0)",
                "frame.number", "_ws.expert.message", "vrrp.checksum.status", "_ws.col.Info");
        if (!complaints.isEmpty()) {
            throw new AssertionError("tshark complains of " + complaints.size() + " adverts: " + complaints);
        }
    }
}
