package org.jkeepalived.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.Packet;
import org.jkeepalived.lab.PeerKind;

/** Runs a transcript on a test network of its own and says what was seen. */
final class LabRun implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int QUIET_LOOKS = 9;
    private static final long LATE_NANOS = 250_000_000L;
    private static final long SETTLE_LIMIT_NANOS = 15_000_000_000L;
    private static final long CAPTURE_LIMIT_NANOS = 4_000_000_000L;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String STRANGER = "x";

    private final Transcript transcript;
    private final Lab lab = new Lab();
    private final Map<String, TranscriptHost> hosts = new LinkedHashMap<>();
    private final Map<String, String> namesByMac = new HashMap<>();
    private final Stranger stranger;
    private final List<List<String>> seen = new ArrayList<>();
    private int packetMark;

    /** @param kind which daemon every host runs */
    LabRun(Transcript transcript, PeerKind kind) {
        this.transcript = transcript;
        var names = new TreeSet<String>();
        transcript.parts().forEach(part -> {
            if (part instanceof Part.HostFile file) {
                names.addAll(file.hosts());
            }
        });
        for (String name : names) {
            HostSpec spec = spec(name, name.charAt(0) - 'a' + 1);
            namesByMac.put(spec.mac(), name);
            hosts.put(name, new TranscriptHost(lab.node(spec, kind), transcript.header(Transcript.LOG).isPresent(),
                    transcript.header(Transcript.INTERFACES).orElse("")));
        }
        boolean strangerActs = transcript.steps()
                .stream()
                .flatMap(step -> step.actions().stream())
                .anyMatch(action -> action.startsWith(STRANGER + " "));
        HostSpec strangerSpec = spec(STRANGER, 9);
        stranger = strangerActs ? new Stranger(lab.host(strangerSpec), strangerSpec) : null;
    }

    private static HostSpec spec(String name, int number) {
        return new HostSpec(name, "eth0", number, List.of("10.0.0." + number + "/24", "fd00::" + number + "/64"));
    }

    /** What every step had to show. */
    List<List<String>> run() {
        for (Part part : transcript.parts()) {
            switch (part) {
                case Part.HostFile file ->
                        file.hosts().forEach(name -> hosts.get(name).write(file.path(), file.text()));
                case Part.Step step -> {
                    step.deeds().forEach(this::act);
                    settle();
                    List<String> lines = end();
                    seen.add(step.isGiven() ? List.of() : lines);
                }
            }
        }
        return seen;
    }

    private void act(String action) {
        String[] words = action.split(" ", 3);
        if (words[0].equals(STRANGER)) {
            stranger.act(action.substring(2));
        } else if (words[0].endsWith(":")) {
            host(words[0].replace(":", "")).host().sh(action.substring(words[0].length()));
        } else if (words[0].equals("until")) {
            Eventually.await(() -> holds(words[1], words[2]), transcript.name() + ": " + action, LIMIT, this::describe);
        } else if (words[0].equals("change")) {
            String[] change = action.split(": ", 2)[1].replace("\\n", "\n").split(" -> ", 2);
            host(words[1].replace(":", "")).change(change[0], change[1]);
        } else {
            actOnDaemon(words[0], host(words[1]), words.length > 2 ? words[2] : "");
        }
    }

    private void actOnDaemon(String verb, TranscriptHost host, String rest) {
        switch (verb) {
            case "start" -> host.start(rest.equals("without -D")
                    ? new String[0]
                    : ("-D " + rest.replaceFirst("^with ", "")).strip().split(" "));
            case "stop" -> host.node().stop();
            case "kill" -> {
                // Or a child that outlives its parent for a moment would still say goodbye.
                host.node().signalAll("STOP");
                host.node().killProcess();
            }
            case "reload" -> host.node().signal("HUP");
            case "signal" -> host.node().signal(rest);
            case "freeze" -> host.node().signalAll("STOP");
            case "thaw" -> host.node().signalAll("CONT");
            case "unplug" -> link(host, rest, "down");
            case "plug" -> link(host, rest, "up");
            case "check" -> host.host().sh("echo " + rest.replaceFirst(".* ", "") + " >/tmp/" + rest.split(" ")[0]);
            default -> throw new IllegalArgumentException(transcript.name() + ": what is " + verb + "?");
        }
    }

    private void link(TranscriptHost host, String device, String state) {
        if (!device.isEmpty()) {
            host.host().sh("ip link set " + device + "x " + state);
        } else if (state.equals("up")) {
            lab.bridge().mend(host.spec());
        } else {
            lab.bridge().cut(host.spec());
        }
    }

    private TranscriptHost host(String name) {
        TranscriptHost host = hosts.get(name);
        if (host == null) {
            throw new IllegalArgumentException(transcript.name() + " has no host " + name);
        }
        return host;
    }

    /** {@code a}, {@code logs 2 times (V1) Entering ...}. */
    private boolean holds(String name, String condition) {
        TranscriptHost host = host(name);
        String[] words = condition.split(" ", 2);
        return switch (words[0]) {
            case "logs" -> logged(host, words[1]);
            case "has" -> KernelState.of(host.host()).stream().anyMatch(line -> line.contains(words[1]));
            case "lacks" -> KernelState.of(host.host()).stream().noneMatch(line -> line.contains(words[1]));
            case "runs" -> host.notifiedNow().stream().anyMatch(line -> line.contains(words[1]));
            case "sends" -> host.peek(packets(), namesByMac, endless())
                    .stream()
                    .anyMatch(line -> line.startsWith(name + " sends ") && line.contains(words[1]));
            default -> throw new IllegalArgumentException(transcript.name() + ": what is " + condition + "?");
        };
    }

    private static boolean logged(TranscriptHost host, String text) {
        String[] counted = text.split(" times ", 2);
        int times = counted.length == 2 ? Integer.parseInt(counted[0]) : 1;
        return host.log().stream().filter(entry -> entry.text().contains(counted[counted.length - 1])).count() >= times;
    }

    private List<Packet> packets() {
        return lab.capture().since(packetMark);
    }

    private boolean endless() {
        return stranger != null && stranger.isSending();
    }

    private List<String> peek() {
        List<Packet> packets = packets();
        return hosts.values().stream().flatMap(host -> host.peek(packets, namesByMac, endless()).stream()).toList();
    }

    /** Waits until nothing new comes. A machine too busy to look in time is too busy for the daemons, too: such a look does not count. */
    private void settle() {
        long giveUp = System.nanoTime() + SETTLE_LIMIT_NANOS;
        List<String> last = peek();
        int quiet = 0;
        while (quiet < QUIET_LOOKS && System.nanoTime() < giveUp) {
            long asked = System.nanoTime();
            Eventually.sleep(LOOK);
            List<String> now = peek();
            boolean late = System.nanoTime() - asked > LATE_NANOS;
            quiet = now.equals(last) ? late ? quiet : quiet + 1 : 0;
            last = now;
        }
        giveUp = System.nanoTime() + CAPTURE_LIMIT_NANOS;
        while (hosts.values().stream().anyMatch(host -> host.isAheadOfCapture(packets(), namesByMac))
                && System.nanoTime() < giveUp) {
            Eventually.sleep(LOOK);
        }
    }

    private List<String> end() {
        List<Packet> packets = packets();
        packetMark += packets.size();
        var lines = new ArrayList<String>();
        hosts.values().forEach(host -> lines.addAll(host.end(packets, namesByMac, endless())));
        return lines;
    }

    private String describe() {
        return "so far:\n" + String.join("\n", seen.stream().map(lines -> String.join("\n", lines)).toList())
                + "\nin this step:\n" + String.join("\n", peek());
    }

    @Override
    public void close() {
        if (stranger != null) {
            stranger.close();
        }
        lab.close();
    }
}
