package org.jkeepalived.config.settings;

import java.util.List;

/**
 * What a route does with a packet, as rtnetlink(7) numbers it; the kernel knows those that have a name.
 *
 * @param number RTN_*, 0..255
 */
public record RouteType(int number) {
    /** Forwards to the next hop. */
    public static final RouteType UNICAST = new RouteType(1);
    /** Drops silently. */
    public static final RouteType BLACKHOLE = new RouteType(6);
    /** Drops, with ICMP host unreachable. */
    public static final RouteType UNREACHABLE = new RouteType(7);
    /** Drops, with ICMP communication prohibited. */
    public static final RouteType PROHIBIT = new RouteType(8);

    private static final List<String> NAMES = List.of("", "unicast", "local", "broadcast", "anycast", "multicast",
            "blackhole", "unreachable", "prohibit", "throw", "nat", "xresolve");

    /** The names of iproute2, for messages. */
    public static List<String> names() {
        return NAMES.subList(1, NAMES.size());
    }

    /** The type of this name, or null. */
    public static RouteType named(String name) {
        int number = NAMES.indexOf(name);
        return number > 0 ? new RouteType(number) : null;
    }

    /** Its name, or its number where it has none. */
    public String asWritten() {
        return number > 0 && number < NAMES.size() ? NAMES.get(number) : Integer.toString(number);
    }
}
