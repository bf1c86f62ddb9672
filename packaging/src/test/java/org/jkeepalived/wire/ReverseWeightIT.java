package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What weights do to the priority in adverts, of ours and of the real keepalived: the weight's sign says whether up or down counts, and
 * {@code reverse} turns the sign of what is added.
 */
@NeedsLab
class ReverseWeightIT {
    private static final String[] WEIGHTS = {"20", "-20", "20 reverse", "-20 reverse"};
    /** By virtual router id: 1 to 4 follow the interface, 11 to 14 the script. */
    private static final Map<Integer, Integer> WHILE_UP = Map.of(1, 120, 2, 100, 3, 80, 4, 100, 11, 120, 12, 100, 13,
            80, 14, 100);
    private static final Map<Integer, Integer> WHILE_DOWN = Map.of(1, 100, 2, 80, 3, 100, 4, 120, 11, 100, 12, 80, 13,
            100, 14, 120);

    private static String config() {
        var text = new StringBuilder("global_defs {\n script_user root\n enable_script_security\n}\n"
                + "vrrp_script good {\n script \"/usr/bin/test -e /run/good\"\n interval 1\n rise 1\n fall 1\n}\n");
        for (int i = 0; i < WEIGHTS.length; i++) {
            text.append(instance(1 + i, "track_interface {\n trk0 weight " + WEIGHTS[i] + "\n }"));
            text.append(instance(11 + i, "track_script {\n good weight " + WEIGHTS[i] + "\n }"));
        }
        return text.toString();
    }

    private static String instance(int vrid, String track) {
        return Net.block("VI_" + vrid, vrid, 100, "advert_int 1", track,
                "virtual_ipaddress {\n 10.55.0." + (100 + vrid) + "/24\n }");
    }

    /** The last priority of each virtual router. */
    private static Map<Integer, Integer> priorities(Lab lab) {
        return lab.capture()
                .advertsOf(A)
                .stream()
                .collect(Collectors.toMap(Advert::vrid, Advert::priority, (_, last) -> last, TreeMap::new));
    }

    @ParameterizedTest
    @EnumSource(PeerKind.class)
    void theAdvertisedPriorityIs(PeerKind kind) {
        try (var lab = new Lab()) {
            Node node = lab.node(A, kind).config(config());
            node.host()
                    .sh("ip link add trk0 type veth peer name trk0x; ip link set trk0 up; ip link set trk0x up; touch /run/good");
            node.start();
            lab.await("priorities while up: " + WHILE_UP, LIMIT, () -> priorities(lab).equals(WHILE_UP));
            node.host().sh("ip link set trk0x down; rm /run/good");
            lab.await("priorities while down: " + WHILE_DOWN, LIMIT, () -> priorities(lab).equals(WHILE_DOWN));
            node.host().sh("ip link set trk0x up; touch /run/good");
            lab.await("and up again", LIMIT, () -> priorities(lab).equals(WHILE_UP));
            assertEquals(8,
                    node.kernel()
                            .addresses()
                            .stream()
                            .filter(held -> held.address().startsWith("10.55.0.1") && held.address().length() == 11)
                            .count());
        }
    }
}
