package org.jkeepalived.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A host with a VRRP daemon. The daemon is started as the service manager starts it: {@code keepalived} with options, detached,
 * with its default configuration file, pid files and /dev/log.
 */
public final class Node {
    /** Where the daemon's configuration is. */
    public static final String CONFIG = "/etc/keepalived/keepalived.conf";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private record StoredFile(String text, String mode) {}

    private final Lab lab;
    private final HostSpec spec;
    private final PeerKind kind;
    private final Map<String, StoredFile> files = new LinkedHashMap<>();
    private Host host;

    Node(Lab lab, HostSpec spec, PeerKind kind) {
        this.lab = lab;
        this.spec = spec;
        this.kind = kind;
        boot();
    }

    private void boot() {
        boolean fromImage = kind == PeerKind.OURS && underTestIsOurs();
        host = lab.boot(spec, fromImage ? program().getParent().getParent() : null);
        if (fromImage) {
            host.must("ln", "-sf", program().toString(), "/usr/sbin/keepalived");
        }
        files.forEach((path, file) -> host.write(path, file.text(), file.mode()));
    }

    /** The program under test: the image's launcher, or the distribution's keepalived to try the tests themselves. */
    static Path program() {
        var image = Path.of(System.getProperty("jkeepalived.image", "target/image")).toAbsolutePath().normalize();
        return underTestIsOurs() ? image.resolve("bin/keepalived") : Path.of("/usr/sbin/keepalived");
    }

    /** Whether the program under test has been built. */
    static boolean programExists() {
        return Files.isExecutable(program());
    }

    /**
     * Whether what runs as {@link PeerKind#OURS} is this project's daemon. The property {@code lab.reference} puts keepalived
     * in its place: a test that keepalived does not pass is wrong, unless it is about a difference.
     */
    public static boolean underTestIsOurs() {
        return !Boolean.getBoolean("lab.reference");
    }

    public HostSpec spec() {
        return spec;
    }

    public PeerKind kind() {
        return kind;
    }

    public String name() {
        return spec.name();
    }

    /** The host as it runs now; another one after {@link #revive}. */
    public Host host() {
        return host;
    }

    public Kernel kernel() {
        return host.kernel();
    }

    /** Whether the node is up and carries the address. */
    public boolean has(String address) {
        return host.isUp() && kernel().has(address);
    }

    /** Writes a file that also survives the death of the host. */
    public Node file(String path, String text, String mode) {
        files.put(path, new StoredFile(text, mode));
        host.write(path, text, mode);
        return this;
    }

    public Node config(String text) {
        return file(CONFIG, text, "rw-r--r--");
    }

    public Node script(String path, String text) {
        return file(path, text, "rwxr-xr-x");
    }

    /** Starts the daemon with {@code -D} and the given options. */
    public Node start(String... options) {
        String[] words = Stream.concat(Stream.of("keepalived", "-D"), Stream.of(options)).toArray(String[]::new);
        host.must(words);
        lab.await("pid file of " + name(), Duration.ofSeconds(10), this::isRunning);
        return this;
    }

    /** Process number of the daemon inside the host, 0 when there is no pid file. */
    public int pid() {
        String text = host.isUp() ? host.read("/run/keepalived.pid").strip() : "";
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** Whether the process that the pid file names exists. */
    public boolean isRunning() {
        int pid = pid();
        return pid > 0 && host.exists("/proc/" + pid + "/stat");
    }

    /** Sends a signal to the daemon by name ({@code HUP}) or number. */
    public void signal(String signal) {
        host.must("kill", "-" + signal, Integer.toString(pid()));
    }

    /** Sends a signal to every process of the daemon, which is what freezing or killing it takes. */
    public void signalAll(String signal) {
        host.must("pkill", "-" + signal, "-x", "keepalived");
    }

    /** Stops the daemon as the service manager does. */
    public void stop() {
        signal("TERM");
        awaitGone();
    }

    /** Kills the daemon alone with SIGKILL; the host lives on with whatever the daemon left behind. */
    public void killProcess() {
        signalAll("KILL");
        awaitGone();
    }

    public void awaitGone() {
        lab.await("no process of the daemon is left on " + name(), STOP_LIMIT,
                () -> !host.processNames().contains("keepalived"));
    }

    /** Cuts the host's link and ends all of its processes at once. */
    public void die() {
        lab.bridge().cut(spec);
        host.powerOff();
    }

    /** Boots the host anew, with its files but without a daemon. */
    public void revive() {
        boot();
    }

    public void cutLink() {
        lab.bridge().cut(spec);
    }

    public void mendLink() {
        lab.bridge().mend(spec);
    }

    /** The log so far without its time stamps. */
    public List<String> log() {
        return host.log().stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
    }

    /** How many log lines match somewhere. */
    public long logged(String regex) {
        var pattern = Pattern.compile(regex);
        return log().stream().filter(line -> pattern.matcher(line).find()).count();
    }

    /** The state that the instance entered last according to the log, empty before the first. */
    public String state(String instance) {
        var pattern = Pattern.compile("\\(" + Pattern.quote(instance) + "\\) Entering (\\w+) STATE");
        return log().stream()
                .map(pattern::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .reduce("", (_, last) -> last);
    }

    public void awaitState(String instance, String state, Duration limit) {
        lab.await(name() + ": " + instance + " is " + state, limit, () -> state.equals(state(instance)));
    }

    public void awaitLog(String regex, Duration limit) {
        lab.await(name() + " logs " + regex, limit, () -> logged(regex) > 0);
    }

    /** Log, addresses and processes, for the report of a failure. */
    String describe() {
        if (!host.isUp()) {
            return "--- " + name() + " (" + kind + ") is off\n";
        }
        List<String> log = host.log();
        return "--- " + name() + " (" + kind + ")\n" + host.run("ip", "-br", "addr").out()
                + host.run("ps", "-eo", "pid,ppid,stat,comm").out()
                + String.join("\n", log.subList(Math.max(0, log.size() - 50), log.size())) + "\n";
    }
}
