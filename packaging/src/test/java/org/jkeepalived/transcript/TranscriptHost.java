package org.jkeepalived.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.Packet;

/** A host of a transcript with its daemon, and what it did in the present step. */
final class TranscriptHost {
    private static final String NOTIFIED = "/tmp/notified";
    /** Writes down how it was called. */
    private static final String NOTIFY = "#!/bin/sh\necho \"$(basename \"$0\") $*\" >>" + NOTIFIED + "\n";
    /** A check whose result a file holds. */
    private static final String CHECK = "#!/bin/sh\nexit $(cat /tmp/$(basename \"$0\") 2>/dev/null || echo 0)\n";

    private static final Pattern ANNOUNCED = Pattern
            .compile("Sending (gratuitous ARP|unsolicited Neighbour Advert) on eth0 ");

    private final Node node;
    private final boolean wholeLog;
    private final NormalForm form;
    private final Map<String, String> files = new HashMap<>();
    private int logMark;
    private int notifyMark;
    private boolean starting;
    private List<String> before;

    TranscriptHost(Node node, boolean wholeLog, String interfaces) {
        this.node = node;
        this.wholeLog = wholeLog;
        form = new NormalForm(node.name());
        for (String name : List.of("notify", "notify2")) {
            host().write("/usr/local/bin/" + name, NOTIFY, "rwxr-xr-x");
        }
        for (String name : List.of("check", "check2")) {
            host().write("/usr/local/bin/" + name, CHECK, "rwxr-xr-x");
        }
        for (String device : interfaces.isEmpty() ? new String[0] : interfaces.split(" ")) {
            addInterface(device);
        }
        before = KernelState.of(host());
    }

    private void addInterface(String device) {
        int segment = Integer.parseInt(device.replaceAll("\\D", ""));
        int number = node.spec().number();
        host().sh(
                "ip link add DEV address 02:00:00:00:0S:0N type veth peer name DEVx; ip link set DEV up; ip link set DEVx up;"
                        .replace("DEV", device)
                        .replace("S", Integer.toString(segment))
                        .replace("N", Integer.toString(number)) + "ip addr add 10.0." + segment + "." + number
                        + "/24 dev " + device + "; ip addr add fd00:" + segment + "::" + number + "/64 dev " + device
                        + " nodad");
    }

    Host host() {
        return node.host();
    }

    Node node() {
        return node;
    }

    HostSpec spec() {
        return node.spec();
    }

    void write(String path, String text) {
        files.put(path, text);
        node.file(path, text, path.endsWith(".conf") ? "rw-r--r--" : "rwxr-xr-x");
    }

    void change(String from, String to) {
        String text = files.get(Node.CONFIG);
        if (!text.contains(from)) {
            throw new AssertionError(node.name() + " has no '" + from + "' in\n" + text);
        }
        write(Node.CONFIG, text.replace(from, to));
    }

    void start(String... options) {
        starting = true;
        var words = new ArrayList<>(List.of("keepalived"));
        words.addAll(List.of(options));
        host().run(words.toArray(String[]::new));
    }

    /** The log lines of this step. */
    List<LogFilter.Entry> log() {
        List<String> all = node.log();
        var entries = new ArrayList<LogFilter.Entry>();
        for (String line : all.subList(Math.min(logMark, all.size()), all.size())) {
            LogFilter.Entry entry = LogFilter.entry(line, wholeLog, starting);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private List<String> notified() {
        return host().read(NOTIFIED).lines().map(String::strip).toList();
    }

    /** The scripts that ran in this step. */
    List<String> notifiedNow() {
        List<String> all = notified();
        return all.subList(Math.min(notifyMark, all.size()), all.size());
    }

    private NormalForm.Step step(List<Packet> packets, Map<String, String> hosts, boolean endless) {
        var step = new NormalForm.Step();
        log().forEach(entry -> (entry.parent() ? step.parent : step.log).add(entry.text()));
        packets.stream()
                .filter(packet -> packet.sourceMac().equals(spec().mac()))
                .flatMap(packet -> PacketText.of(packet, hosts).stream())
                .forEach(step.sent::add);
        step.notified.addAll(notifiedNow());
        step.endless = endless;
        return step;
    }

    /** Whether it says that it has sent announcements which the capture does not show yet. */
    boolean isAheadOfCapture(List<Packet> packets, Map<String, String> hosts) {
        NormalForm.Step step = step(packets, hosts, false);
        long said = step.log.stream().filter(line -> ANNOUNCED.matcher(line).lookingAt()).count();
        return said > step.sent.stream().filter(sent -> sent.stream().isEmpty()).count();
    }

    /** What it has done so far in this step, the kernel left out. */
    List<String> peek(List<Packet> packets, Map<String, String> hosts, boolean endless) {
        return form.peek(step(packets, hosts, endless));
    }

    /** Ends the step. */
    List<String> end(List<Packet> packets, Map<String, String> hosts, boolean endless) {
        NormalForm.Step step = step(packets, hosts, endless);
        step.before = before;
        step.after = KernelState.of(host());
        before = step.after;
        logMark = node.log().size();
        notifyMark = notified().size();
        starting = false;
        return form.end(step);
    }
}
