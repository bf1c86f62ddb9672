package org.jkeepalived.host;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jkeepalived.lab.Child;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.Lines;

/** When a host's kernel held an address, by the kernel's own messages about it. All hosts share one clock. */
final class AddressWatch implements AutoCloseable {
    private static final Pattern MESSAGE = Pattern
            .compile("^\\[([0-9T:.-]+)\\] ?(Deleted )?\\d+: \\S+ +inet6? ([0-9a-f.:]+)");
    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private final String address;
    private final Child monitor;
    private final Lines lines;
    private final boolean heldAtFirst;

    /** A time in which the address was held; {@code until} is {@link LocalDateTime#MAX} while it is. */
    record Held(LocalDateTime from, LocalDateTime until) {}

    AddressWatch(Host host, String address) {
        this.address = address;
        monitor = host.spawn("ip", "-ts", "-o", "monitor", "address");
        lines = new Lines(monitor.out());
        // A change of another address shows that messages arrive.
        Eventually.await(() -> {
            host.must("ip", "address", "add", "127.0.0.9/32", "dev", "lo");
            host.must("ip", "address", "del", "127.0.0.9/32", "dev", "lo");
            return !lines.all().isEmpty();
        }, "the kernel's messages arrive", START_LIMIT, () -> lines.all().toString());
        heldAtFirst = host.kernel().has(address);
    }

    List<Held> held() {
        var times = new ArrayList<Held>();
        LocalDateTime from = heldAtFirst ? LocalDateTime.MIN : null;
        for (String line : lines.all()) {
            Matcher message = MESSAGE.matcher(line);
            if (!message.find() || !message.group(3).equals(address)) {
                continue;
            }
            LocalDateTime at = LocalDateTime.parse(message.group(1));
            if (message.group(2) == null) {
                from = from == null ? at : from;
            } else if (from != null) {
                times.add(new Held(from, at));
                from = null;
            }
        }
        if (from != null) {
            times.add(new Held(from, LocalDateTime.MAX));
        }
        return times;
    }

    /** The longest time in which this host and another held the address together. */
    Duration longestOverlap(AddressWatch other) {
        Duration longest = Duration.ZERO;
        for (Held mine : held()) {
            for (Held others : other.held()) {
                LocalDateTime from = mine.from.isAfter(others.from) ? mine.from : others.from;
                LocalDateTime until = mine.until.isBefore(others.until) ? mine.until : others.until;
                Duration both = from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
                longest = both.compareTo(longest) > 0 ? both : longest;
            }
        }
        return longest;
    }

    @Override
    public void close() {
        monitor.close();
    }
}
