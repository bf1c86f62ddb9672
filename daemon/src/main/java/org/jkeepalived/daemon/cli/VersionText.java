package org.jkeepalived.daemon.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code -v} prints. Tools read the version from the first line, and features from the options further down. */
public final class VersionText {
    /** The keepalived release whose behaviour this program has, as logged at start and stop. */
    public static final String KEEPALIVED = "Keepalived v2.4.3 (01/01,2026)";
    /** This program's own release. */
    public static final String OWN = "jkeepalived 0.1.0";

    private VersionText() {}

    /** The whole text, every line ended. */
    static String text() {
        return KEEPALIVED + "\n\n" + OWN + ", a VRRP failover daemon that takes keepalived's place\n"
                + "Licence: Apache-2.0\n\n" + "Running on " + system() + "\n" + "Java " + Runtime.version() + "\n\n"
                + "configure options: --enable-json\n\n"
                + "Config options:  VRRP VRRP_AUTH JSON INIT=systemd SYSTEMD_NOTIFY\n";
    }

    /** System, release, version: the words of uname(1) that keepalived logs. */
    public static String system() {
        return kernel("ostype") + " " + kernel("osrelease") + " " + kernel("version");
    }

    static String kernel(String name) {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/" + name), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException absent) {
            return "unknown";
        }
    }
}
