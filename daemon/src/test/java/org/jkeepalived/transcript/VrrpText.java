package org.jkeepalived.transcript;

import java.util.List;

/** An advert in words. */
public final class VrrpText {
    private VrrpText() {}

    /** @param interval as it is in the message */
    public static String of(int version, String from, String to, int vrid, int priority, int interval,
            List<String> addresses) {
        return "VRRPv%d %s > %s vrid %d priority %d interval %d%s".formatted(version, from, to, vrid, priority,
                interval, addresses.isEmpty() ? "" : " for " + String.join(",", addresses));
    }
}
