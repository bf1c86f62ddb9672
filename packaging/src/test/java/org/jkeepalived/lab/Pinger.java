package org.jkeepalived.lab;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pings an address every 100 ms and knows when answers were missing. */
public final class Pinger implements AutoCloseable {
    private static final Pattern ANSWER = Pattern.compile("^\\[(\\d+\\.\\d+)] \\d+ bytes from .*icmp_seq=");
    private static final Duration MISSED = Duration.ofMillis(450);
    private final Child ping;
    private final Lines lines;

    /**
     * A time without answers.
     *
     * @param fromMicros time of the last answer before, microseconds since the epoch
     * @param length until the first answer after
     */
    public record Gap(long fromMicros, Duration length) {}

    Pinger(Host from, String address) {
        ping = from.spawn("ping", "-n", "-D", "-i", "0.1", "-W", "1", address);
        lines = new Lines(ping.out());
    }

    private List<Long> answersMicros() {
        return lines.all()
                .stream()
                .map(ANSWER::matcher)
                .filter(Matcher::find)
                .map(match -> new BigDecimal(match.group(1)).movePointRight(6).longValue())
                .toList();
    }

    /** How many answers have come. */
    public int answers() {
        return answersMicros().size();
    }

    /** The times in which several pings in a row went unanswered, between two answers. */
    public List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        List<Long> answers = answersMicros();
        for (int i = 1; i < answers.size(); i++) {
            var length = Duration.ofNanos((answers.get(i) - answers.get(i - 1)) * 1000);
            if (length.compareTo(MISSED) > 0) {
                gaps.add(new Gap(answers.get(i - 1), length));
            }
        }
        return gaps;
    }

    @Override
    public void close() {
        ping.close();
    }
}
