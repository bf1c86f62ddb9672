package org.jkeepalived.wire;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.HostSpec;

/** The addresses and the plainest configuration that most tests share. */
final class Net {
    static final HostSpec A = new HostSpec("a", "eth0", 1, List.of("10.55.0.1/24", "fd55::1/64"));
    static final HostSpec B = new HostSpec("b", "eth0", 2, List.of("10.55.0.2/24", "fd55::2/64"));
    static final HostSpec C = new HostSpec("c", "eth0", 3, List.of("10.55.0.3/24", "fd55::3/64"));
    /** The virtual address of {@link #instance}. */
    static final String VIP = "10.55.0.100";
    /** Long enough for an election with an interval of one second on a busy machine. */
    static final Duration LIMIT = Duration.ofSeconds(15);

    /** The record of what a daemon holds. */
    static final String RECORD = "/run/keepalived.addresses";
    /** Removes what a crash left, as the unit's ExecStopPost does. */
    static final String REMOVE = "\"$(dirname \"$(readlink -f /usr/sbin/keepalived)\")/../lib/remove-left-addresses\"";
    /** How many addresses {@link #many} has. */
    static final int MANY = 1000;

    private Net() {}

    /** 1,000 addresses 10.60.x.x, whose requests take more than one send(2). */
    static String many() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> "10.60." + i / 250 + "." + (i % 250 + 1) + "/32")
                .collect(Collectors.joining("\n ", "virtual_ipaddress_excluded {\n ", "\n }"));
    }

    /** How many of {@link #many} and {@link #VIP} eth0 has. */
    static long present(Host host) {
        return host.sh("ip -4 -o addr show dev eth0")
                .lines()
                .filter(line -> line.matches(".*( 10\\.60\\.|" + VIP + "/).*"))
                .count();
    }

    /** How many addresses the record has. */
    static long recorded(Host host) {
        return host.read(RECORD).lines().filter(line -> line.startsWith("address del ")).count();
    }

    /** Version 2, VI_1 with virtual router id 51 on eth0, interval 1 s, {@link #VIP}; more lines of the block as given. */
    static String instance(int priority, String... more) {
        return block("VI_1", 51, priority,
                Stream.concat(Stream.of("advert_int 1", "virtual_ipaddress { \n " + VIP + "/24\n }"), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** An instance on eth0 that begins as BACKUP, with nothing but these lines. */
    static String block(String name, int vrid, int priority, String... lines) {
        return Stream
                .concat(Stream.of("interface eth0", "state BACKUP", "virtual_router_id " + vrid,
                        "priority " + priority), Stream.of(lines))
                .collect(Collectors.joining("\n    ", "vrrp_instance " + name + " {\n    ", "\n}\n"));
    }
}
