package org.jkeepalived.transcript;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jkeepalived.lab.Host;

/** Addresses, routes and rules of a host as lines that are equal when the kernel's are; what kernels make by themselves is left out. */
final class KernelState {
    private static final String SCRIPT = "ip -o addr; echo ==; ip -4 route show table all; ip -6 route show table all; echo ==;"
            + "ip -4 rule | sed 's/^/rule /'; ip -6 rule | sed 's/^/rule6 /'";
    private static final Pattern OWN_ROUTE = Pattern
            .compile(" proto (kernel|ra)|^(local|broadcast|multicast|anycast) ");
    private static final Pattern OWN_RULE = Pattern.compile("^rule6? (0|32766|32767):");

    private KernelState() {}

    /** The state now. */
    static List<String> of(Host host) {
        String[] parts = host.sh(SCRIPT).split("==\n", -1);
        return Stream
                .of(parts[0].lines().map(KernelState::address).filter(line -> !line.isEmpty()),
                        parts[1].lines().filter(KernelState::isForeign).map(KernelState::route),
                        parts[2].lines().filter(line -> !OWN_RULE.matcher(line).find()).map(KernelState::rule))
                .flatMap(lines -> lines)
                .sorted()
                .toList();
    }

    private static boolean isForeign(String line) {
        return !OWN_ROUTE.matcher(line).find() || line.contains("proto keepalived");
    }

    /** {@code 2: eth0 inet 10.0.0.1/24 brd 10.0.0.255 scope global secondary eth0\ valid_lft ...}. */
    private static String address(String line) {
        String[] words = line.replaceFirst("\\\\.*", "").strip().split("\\s+", 4);
        String device = words[1];
        if (device.equals("lo") || words[3].matches("fe80::\\S*ff:fe\\S*.*")) {
            return "";
        }
        String rest = words[3].replaceAll(" (brd \\S+|scope global|proto kernel_\\S+|tentative|" + device + "$)", "");
        return rest.replaceFirst("(\\S+)", "$1 dev " + device).strip();
    }

    private static String route(String line) {
        return "route " + line.replaceAll(" (pref medium|linkdown|dead)", "").replaceAll("\\s+", " ").strip();
    }

    private static String rule(String line) {
        return line.replaceAll("\\s+", " ").strip();
    }
}
