package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.jkeepalived.wire.Net.VIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.junit.jupiter.api.Test;

/**
 * What a start with one instance loads, warm-up included. Each class costs every user some 6 kB of memory and a part of the start's time; one that
 * is not from the cache costs a hundred times as much.
 */
@NeedsLab
class StartClassesIT {
    /** Only to be lowered: with some room for what differs from one machine to another. */
    private static final int MOST_CLASSES = 3240;
    private static final int MOST_FRESH = 24;

    private static final String CLASSES = "/run/classes.log";
    private static final Pattern CLASS = Pattern.compile(".*\\] (\\S+) source: (.*)");
    private static final Pattern OWN = Pattern.compile("org\\.jkeepalived\\..*");
    private static final Duration TURN = Duration.ofSeconds(1);

    private static long loaded(Node node) {
        return node.host().read(CLASSES).lines().count();
    }

    /** Until nothing has come for some seconds. */
    private static void awaitWarm(Lab lab, Node node) {
        long[] seen = {0, 0};
        lab.await("it has loaded all", LIMIT.plusSeconds(30), () -> {
            Eventually.sleep(TURN);
            long now = loaded(node);
            seen[1] = now == seen[0] ? seen[1] + 1 : 0;
            seen[0] = now;
            return seen[1] == 4;
        });
    }

    @Test
    void aStartLoadsNoMoreThanItDidAndAllButAFewFromTheCache() {
        assumeTrue(Node.underTestIsOurs());
        Path image = Path.of(System.getProperty("jkeepalived.image", "target/image")).toAbsolutePath().normalize();
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(100));
            node.host()
                    .sh("cp -a " + image + " /run/image && sed -i 's|^-Xlog:disable$|-Xlog:class+load:file=" + CLASSES
                            + "|' /run/image/lib/jvm.options");
            node.host().sh("setsid /run/image/bin/keepalived --dont-fork -D >/dev/null 2>&1 </dev/null &");
            lab.await("the address", LIMIT, () -> node.has(VIP));
            awaitWarm(lab, node);
            List<String> lines = node.host().read(CLASSES).lines().toList();
            List<String> fresh = lines.stream()
                    .map(CLASS::matcher)
                    .filter(matcher -> matcher.matches() && !matcher.group(2).startsWith("shared objects file"))
                    .map(matcher -> matcher.group(1).replaceFirst("/0x.*", ""))
                    .toList();
            assertTrue(lines.size() > 1000, "the classes were not logged: " + lines.size());
            assertTrue(lines.size() <= MOST_CLASSES, "so many classes are loaded: " + lines.size());
            assertTrue(fresh.size() <= MOST_FRESH, "not from the cache: " + fresh);
            assertEquals(List.of("org.jkeepalived.daemon.messages.ReportLines$$TypeSwitch"),
                    fresh.stream().filter(name -> OWN.matcher(name).matches()).toList());
        }
    }
}
