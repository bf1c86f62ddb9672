package org.jkeepalived.netlink.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.NativeText;

/** The environment of child processes. */
final class ChildEnvironment {
    /** HotSpot's signal for suspending threads, which the launcher names. */
    private static final String JVM_SUSPEND_SIGNAL = "_JAVA_SR_SIGNUM";
    private static final String LAUNCHER_PREFIX = "JKEEPALIVED_";
    /** What the service manager and this process have between themselves: sd_notify(3), sd_watchdog_enabled(3). */
    private static final Set<String> SERVICE_MANAGERS = Set.of("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID");

    static final Map<String, String> INHERITED = withoutOurs(System.getenv());

    private ChildEnvironment() {}

    static Map<String, String> withoutOurs(Map<String, String> own) {
        Map<String, String> kept = new LinkedHashMap<>();
        own.forEach((name, value) -> {
            if (!name.equals(JVM_SUSPEND_SIGNAL) && !name.startsWith(LAUNCHER_PREFIX)
                    && !SERVICE_MANAGERS.contains(name)) {
                kept.put(name, value);
            }
        });
        return Map.copyOf(kept);
    }

    static String[] strings(Map<String, String> environment) {
        return environment.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toArray(String[]::new);
    }

    /** C's char *[]: a null-terminated array of pointers in front of the strings themselves. */
    static Memory pointerArray(String[] strings) {
        int[] offsets = new int[strings.length];
        byte[][] bytes = new byte[strings.length][];
        int size = 8 * (strings.length + 1);
        for (int i = 0; i < strings.length; i++) {
            bytes[i] = NativeText.bytes(strings[i]);
            offsets[i] = size;
            size += bytes[i].length + 1;
        }
        Memory memory = Memory.allocate(size);
        for (int i = 0; i < strings.length; i++) {
            memory.putLong(8 * i, memory.address(offsets[i]));
            memory.putBytes(offsets[i], bytes[i]);
        }
        return memory;
    }
}
