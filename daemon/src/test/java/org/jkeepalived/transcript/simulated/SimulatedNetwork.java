package org.jkeepalived.transcript.simulated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.transcript.CraftedAdvert;
import org.jkeepalived.transcript.Part;
import org.jkeepalived.transcript.Transcript;
import org.jkeepalived.transcript.simulated.SimulatedHost.Message;

/** Runs a transcript in virtual time. */
final class SimulatedNetwork {
    private static final long MILLI = 1_000_000L;
    private static final long TRANSIT_NANOS = MILLI / 10;
    private static final long QUIET_NANOS = 900 * MILLI;
    private static final long SETTLE_LIMIT_NANOS = 15_000 * MILLI;
    private static final long LOOK_NANOS = 100 * MILLI;
    private static final long REPEAT_NANOS = 200 * MILLI;
    private static final long LIMIT_NANOS = 60_000 * MILLI;
    private static final int EVENT_LIMIT = 100_000;
    private static final String STRANGER = "x";
    private static final int STRANGER_NUMBER = 9;

    private record Delivery(long atNanos, long order, SimulatedHost to, Message message) {}

    private final Transcript transcript;
    private final boolean strangerActs;
    private final Map<String, SimulatedHost> hosts = new LinkedHashMap<>();
    private final PriorityQueue<Delivery> deliveries = new PriorityQueue<>(
            (a, b) -> a.atNanos != b.atNanos ? Long.compare(a.atNanos, b.atNanos) : Long.compare(a.order, b.order));
    private Message endless;
    private long nextEndlessNanos = Long.MAX_VALUE;
    private long nowNanos = 1_000_000 * MILLI;
    private long sent;

    SimulatedNetwork(Transcript transcript) {
        this.transcript = transcript;
        var names = new TreeSet<String>();
        transcript.parts().forEach(part -> {
            if (part instanceof Part.HostFile file) {
                names.addAll(file.hosts());
            }
        });
        strangerActs = transcript.steps()
                .stream()
                .flatMap(step -> step.actions().stream())
                .anyMatch(action -> action.startsWith(STRANGER + " "));
        names.forEach(name -> hosts.put(name, new SimulatedHost(name, name.charAt(0) - 'a' + 1,
                transcript.header(Transcript.INTERFACES).orElse(""), this)));
    }

    long now() {
        return nowNanos;
    }

    /** From a host to all others, or to the one whose address it is. */
    void send(SimulatedHost from, Message message) {
        for (SimulatedHost host : hosts.values()) {
            if (host != from && (message.to().isMulticast() || number(message.to()) == host.number())) {
                deliveries.add(new Delivery(nowNanos + TRANSIT_NANOS, sent++, host, message));
            }
        }
    }

    /** Whether somebody answers for an address, so that a packet to it leaves its sender. */
    boolean isReachable(IpAddress address) {
        return address.isMulticast() || strangerActs && number(address) == STRANGER_NUMBER
                || hosts.values().stream().anyMatch(host -> number(address) == host.number());
    }

    private static int number(IpAddress address) {
        return (int) address.low() & 0xff;
    }

    /** What every step had to show. */
    List<List<String>> run() {
        var seen = new ArrayList<List<String>>();
        for (Part part : transcript.parts()) {
            switch (part) {
                case Part.HostFile file -> {
                    if (file.path().endsWith("keepalived.conf")) {
                        file.hosts().forEach(name -> hosts.get(name).write(file.text()));
                    }
                }
                case Part.Step step -> {
                    step.deeds().forEach(this::act);
                    settle();
                    var lines = new ArrayList<String>();
                    hosts.values().forEach(host -> {
                        host.step().endless = endless != null;
                        lines.addAll(host.end());
                    });
                    seen.add(lines);
                }
            }
        }
        return seen;
    }

    private void act(String action) {
        String[] words = action.split(" ", 3);
        if (words[0].equals(STRANGER)) {
            stranger(action.substring(2));
        } else if (words[0].endsWith(":")) {
            byHand(host(words[0].replace(":", "")), action.substring(words[0].length()).strip());
        } else if (words[0].equals("until")) {
            until(action, host(words[1]), words[2]);
        } else if (words[0].equals("change")) {
            String[] change = action.split(": ", 2)[1].replace("\\n", "\n").split(" -> ", 2);
            host(words[1].replace(":", "")).change(change[0], change[1]);
        } else {
            actOnDaemon(words[0], host(words[1]), words.length > 2 ? words[2] : "");
        }
    }

    private void actOnDaemon(String verb, SimulatedHost host, String rest) {
        switch (verb) {
            case "start" -> host.start(!rest.equals("without -D"));
            case "stop" -> host.stop();
            case "kill" -> host.kill();
            case "reload" -> host.reload();
            case "freeze" -> host.freeze();
            case "thaw" -> host.thaw();
            case "unplug" -> host.plug(rest.isEmpty() ? "eth0" : rest, false);
            case "plug" -> host.plug(rest.isEmpty() ? "eth0" : rest, true);
            case "check" -> host.check(rest.split(" ")[0], Integer.parseInt(rest.split(" ")[1]));
            default -> throw new IllegalArgumentException("what is " + verb + "?");
        }
    }

    private void byHand(SimulatedHost host, String command) {
        if (command.startsWith("ip addr del ")) {
            host.addressRemoved(command.substring("ip addr del ".length()));
        } else if (command.startsWith("sleep ")) {
            runFor(Long.parseLong(command.substring("sleep ".length())) * 1000 * MILLI);
        } else {
            throw new IllegalArgumentException("nobody simulates " + command);
        }
    }

    private void stranger(String action) {
        endless = null;
        nextEndlessNanos = Long.MAX_VALUE;
        String[] counted = action.replaceFirst("^(sends|keeps sending) ", "").split(" times ", 2);
        if (action.startsWith("falls")) {
            return;
        }
        var advert = new CraftedAdvert(counted[counted.length - 1]);
        String own = advert.ipv6() ? "fe80::ff:fe00:9" : "10.0.0.9";
        var message = new Message(IpAddress.parse(advert.from(own)), IpAddress.parse(advert.to()), advert.ttl(),
                advert.message(own));
        if (action.startsWith("keeps")) {
            endless = message;
            nextEndlessNanos = nowNanos;
        } else {
            int times = counted.length == 2 ? Integer.parseInt(counted[0]) : 1;
            for (int i = 0; i < times; i++) {
                send(null, message);
            }
        }
    }

    private SimulatedHost host(String name) {
        return hosts.get(name);
    }

    private void until(String action, SimulatedHost host, String condition) {
        long limit = nowNanos + LIMIT_NANOS;
        while (!holds(host, condition)) {
            if (nowNanos > limit) {
                throw new AssertionError(
                        "not within a virtual minute: " + action + "\n" + String.join("\n", host.peek()));
            }
            runFor(LOOK_NANOS);
        }
    }

    private static boolean holds(SimulatedHost host, String condition) {
        String[] words = condition.split(" ", 2);
        return switch (words[0]) {
            case "logs" -> {
                String[] counted = words[1].split(" times ", 2);
                int times = counted.length == 2 ? Integer.parseInt(counted[0]) : 1;
                String text = counted[counted.length - 1];
                yield !Simulatable.isOfRouters(text)
                        || host.step().log.stream().filter(line -> line.contains(text)).count() >= times;
            }
            case "has" -> host.step().after.stream().anyMatch(line -> line.contains(words[1]));
            case "lacks" -> host.step().after.stream().noneMatch(line -> line.contains(words[1]));
            case "sends" -> host.peek()
                    .stream()
                    .anyMatch(line -> line.startsWith(host.name() + " sends ") && line.contains(words[1]));
            default -> true;
        };
    }

    private List<String> peek() {
        return hosts.values().stream().flatMap(host -> host.peek().stream()).toList();
    }

    private void settle() {
        List<String> last = peek();
        long since = nowNanos;
        long giveUp = nowNanos + SETTLE_LIMIT_NANOS;
        while (nowNanos - since < QUIET_NANOS && nowNanos < giveUp) {
            runFor(LOOK_NANOS);
            List<String> now = peek();
            if (!now.equals(last)) {
                last = now;
                since = nowNanos;
            }
        }
    }

    private void runFor(long nanos) {
        long end = nowNanos + nanos;
        for (int events = 0;; events++) {
            if (events > EVENT_LIMIT) {
                throw new AssertionError("events without end:\n" + String.join("\n", peek()));
            }
            SimulatedHost next = null;
            long timer = Long.MAX_VALUE;
            for (SimulatedHost host : hosts.values()) {
                if (host.nextDeadlineNanos() < timer) {
                    timer = host.nextDeadlineNanos();
                    next = host;
                }
            }
            long arrival = deliveries.isEmpty() ? Long.MAX_VALUE : deliveries.peek().atNanos();
            long first = Math.min(Math.min(timer, arrival), nextEndlessNanos);
            if (first > end) {
                break;
            }
            nowNanos = Math.max(nowNanos, first);
            if (first == arrival) {
                Delivery delivery = deliveries.poll();
                delivery.to().deliver(delivery.message());
            } else if (first == timer) {
                next.fireTimers();
            } else {
                send(null, endless);
                nextEndlessNanos += REPEAT_NANOS;
            }
        }
        nowNanos = end;
    }
}
