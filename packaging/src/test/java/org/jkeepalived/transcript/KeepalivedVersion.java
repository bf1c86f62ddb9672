package org.jkeepalived.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.Result;

/** Which keepalived this machine has. */
final class KeepalivedVersion {
    private static final Pattern VERSION = Pattern.compile("v(\\d+\\.\\d+\\.\\d+)");

    private KeepalivedVersion() {}

    /** Its number, such as {@code 2.2.7}. */
    static String installed() {
        try (var host = new Host("version", null)) {
            Result result = host.run("keepalived", "--version");
            Matcher matcher = VERSION.matcher(result.out() + result.err());
            return matcher.find() ? matcher.group(1) : "unknown";
        }
    }
}
