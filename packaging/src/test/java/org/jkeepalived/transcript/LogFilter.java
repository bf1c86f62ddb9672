package org.jkeepalived.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes from log lines what differs from run to run. */
final class LogFilter {
    private static final Pattern DATAGRAM = Pattern.compile("(Keepalived\\w*)(?:\\[\\d+])?: (.*)");
    private static final Pattern EVERY_START = Pattern.compile("(Starting |Running on |Command line: |Opening file |"
            + "Configuration file |NOTICE: setting config option max_auto_priority|Registering |VRRP sockpool|Stopped |"
            + "CPU usage |Startup complete|Stopping$|Option .* has no effect| *'[^']*'( '[^']*')*$).*");
    /** The other end of a cable is no interface of the host, and how many reports are left out is a matter of how long a step takes. */
    private static final Pattern NOISE = Pattern
            .compile("Interface \\w+x (added|deleted)|.*more reports of adverts were left out.*");
    private static final Pattern ADDRESSES = Pattern.compile("Assigned address .*");

    private LogFilter() {}

    /** A line of a daemon. */
    record Entry(boolean parent, String text) {}

    /**
     * The line that a datagram of /dev/log has.
     *
     * @param all whether lines that stand at every start and stop are wanted
     * @param starting whether a daemon starts
     * @return null when it is not worth showing
     */
    static Entry entry(String datagram, boolean all, boolean starting) {
        Matcher matcher = DATAGRAM.matcher(datagram);
        if (!matcher.find()) {
            return null;
        }
        String text = matcher.group(2);
        if (NOISE.matcher(text).matches()) {
            return null;
        }
        if (!all && (EVERY_START.matcher(text).matches() || starting && ADDRESSES.matcher(text).matches())) {
            return null;
        }
        return new Entry(!matcher.group(1).startsWith("Keepalived_vrrp"), normal(text));
    }

    private static String normal(String text) {
        return text.replaceAll("seq=\\d+", "seq=N")
                .replaceAll("\\bpid([ =])[1-9]\\d*", "pid$1N")
                .replaceAll("process\\(\\d+\\)", "process(N)")
                .replaceAll("fd\\(\\d+,\\d+\\)", "fd(N,N)")
                .replaceAll("(?<!delay \\(|\\d)\\d+\\.\\d{6}", "N")
                .replaceAll("(Running on Linux) .* (\\(built|as)", "$1 N $2")
                .replaceAll("built for Linux [\\d.]+", "built for Linux N")
                .replaceAll("(again, putting it back in|after that, or in) [\\d.]+ s", "$1 N s")
                .replaceAll("not run for \\d+ ms", "not run for N ms")
                .stripTrailing();
    }
}
