package org.jkeepalived.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one host did, step by step, without all that differs from run to run. */
public final class NormalForm {

    /**
     * A packet of the host.
     *
     * @param stream what it repeats: packets of a stream that say the same are one; empty for announcements, which are counted
     */
    public record Sent(String stream, String text) {}

    /** What a host did in one step, as it came. */
    public static final class Step {
        /** Lines of the parent process. */
        public final List<String> parent = new ArrayList<>();
        /** All others. */
        public final List<String> log = new ArrayList<>();
        /** Packets. */
        public final List<Sent> sent = new ArrayList<>();
        /** Calls of notification scripts. */
        public final List<String> notified = new ArrayList<>();
        /** Addresses, routes and rules before. */
        public List<String> before = List.of();
        /** Addresses, routes and rules after. */
        public List<String> after = List.of();
        /** Whether somebody sends without end, so that numbers mean nothing. */
        public boolean endless;
    }

    /** The kernel tells of addresses when it likes, so these lines come first and in order. */
    private static final Pattern HOST_ADDRESS = Pattern.compile("(Assigned|Deassigned) address ");

    private final String host;
    private final Map<String, String> lastSent = new HashMap<>();

    public NormalForm(String host) {
        this.host = host;
    }

    /** The lines of a step so far; it stays open. */
    public List<String> peek(Step step) {
        return lines(step, new HashMap<>(lastSent));
    }

    /** The lines of a step that has ended. */
    public List<String> end(Step step) {
        return lines(step, lastSent);
    }

    private List<String> lines(Step step, Map<String, String> last) {
        var lines = new ArrayList<String>();
        counted(step.parent, step.endless).forEach(line -> lines.add(host + " parent " + line));
        Predicate<String> ofAddresses = line -> HOST_ADDRESS.matcher(line).lookingAt();
        step.log.stream().filter(ofAddresses).sorted().distinct().forEach(line -> lines.add(host + " log " + line));
        counted(step.log.stream().filter(ofAddresses.negate()).toList(), step.endless)
                .forEach(line -> lines.add(host + " log " + line));
        packets(step, last).forEach(line -> lines.add(host + " sends " + line));
        step.notified.stream().sorted().forEach(line -> lines.add(host + " runs " + line));
        var gone = new TreeSet<>(step.before);
        step.after.forEach(gone::remove);
        var come = new TreeSet<>(step.after);
        step.before.forEach(come::remove);
        gone.forEach(line -> lines.add(host + " kernel - " + line));
        come.forEach(line -> lines.add(host + " kernel + " + line));
        return lines;
    }

    /** Neighbours that are equal are one: adverts that come again and again cause them. The rounds of announcements are counted. */
    private static List<String> counted(List<String> log, boolean endless) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < log.size();) {
            var run = new LinkedHashMap<String, Integer>();
            String first = log.get(i);
            do {
                run.merge(log.get(i++), 1, Integer::sum);
            } while (i < log.size() && (log.get(i).equals(first) && run.size() == 1
                    || isAnnouncement(first) && isAnnouncement(log.get(i))));
            run.forEach((line, times) -> lines.add(times(line, isAnnouncement(line) ? times : 1, endless)));
        }
        return endless ? withoutRounds(lines) : lines;
    }

    private static boolean isAnnouncement(String line) {
        return line.contains("Sending gratuitous ARP") || line.contains("Sending unsolicited Neighbour Advert")
                || line.contains("Sending/queueing");
    }

    private static String times(String line, int times, boolean endless) {
        return endless || times == 1 ? line : line + " (" + times + " times)";
    }

    /** Of lines that somebody causes again and again every text is shown where it came first. */
    private static List<String> withoutRounds(List<String> lines) {
        return lines.stream().distinct().toList();
    }

    private static List<String> packets(Step step, Map<String, String> last) {
        var adverts = new TreeMap<String, List<String>>();
        var announcements = new LinkedHashMap<String, Integer>();
        var before = new HashMap<>(last);
        for (NormalForm.Sent sent : step.sent) {
            if (sent.stream().isEmpty()) {
                announcements.merge(sent.text(), 1, Integer::sum);
            } else if (!sent.text().equals(last.put(sent.stream(), sent.text()))) {
                adverts.computeIfAbsent(sent.stream(), _ -> new ArrayList<>()).add(sent.text());
            }
        }
        // Routers that do something together may send in any order.
        var lines = adverts.values().stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
        if (lines.isEmpty() && step.log.stream().anyMatch(line -> line.contains("Entering MASTER STATE"))) {
            // It went and came back, and says the same as before.
            step.sent.stream()
                    .filter(sent -> sent.text().equals(before.get(sent.stream())))
                    .map(Sent::text)
                    .distinct()
                    .sorted()
                    .forEach(lines::add);
        }
        announcements.forEach((line, times) -> lines.add(times(line, times, step.endless)));
        return lines;
    }
}
