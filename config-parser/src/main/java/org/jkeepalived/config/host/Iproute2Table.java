package org.jkeepalived.config.host;

import java.util.Map;

/** The files in which iproute2 names numbers of the kernel, and the names that hold without any file. */
public enum Iproute2Table {
    /** Routing tables. */
    TABLES("rt_tables", Map.of("default", 253L, "main", 254L, "local", 255L)),
    /** Origins of routes. */
    PROTOCOLS("rt_protos",
            Map.ofEntries(Map.entry("redirect", 1L), Map.entry("kernel", 2L), Map.entry("boot", 3L),
                    Map.entry("static", 4L), Map.entry("gated", 8L), Map.entry("ra", 9L), Map.entry("mrt", 10L),
                    Map.entry("zebra", 11L), Map.entry("bird", 12L), Map.entry("dnrouted", 13L), Map.entry("xorp", 14L),
                    Map.entry("ntk", 15L), Map.entry("dhcp", 16L), Map.entry("babel", 42L))),
    /** Scopes of addresses and routes. */
    SCOPES("rt_scopes", Map.of("global", 0L, "site", 200L, "link", 253L, "host", 254L, "nowhere", 255L)),
    /** Realms of routes. */
    REALMS("rt_realms", Map.of()),
    /** Values of the type of service. */
    DSFIELDS("rt_dsfield", Map.of()),
    /** Groups of interfaces. */
    GROUPS("group", Map.of());

    private final String fileName;
    private final Map<String, Long> builtIn;

    Iproute2Table(String fileName, Map<String, Long> builtIn) {
        this.fileName = fileName;
        this.builtIn = builtIn;
    }

    /** The file's name in its directory. */
    public String fileName() {
        return fileName;
    }

    /** Names that need no file. */
    public Map<String, Long> builtIn() {
        return builtIn;
    }
}
