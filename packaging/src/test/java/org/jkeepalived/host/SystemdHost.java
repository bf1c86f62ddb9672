package org.jkeepalived.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jkeepalived.lab.Child;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Kernel;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.Lines;
import org.jkeepalived.lab.Resources;
import org.jkeepalived.lab.Result;

/**
 * A machine with systemd, dpkg and apt: a small Debian that {@code systemd-nspawn} boots inside of a host of the lab, on its network.
 * Its file tree is in memory and lasts until {@link #close}, over any number of boots.
 */
public final class SystemdHost implements AutoCloseable {
    /** The unit under test. */
    public static final String UNIT = "keepalived.service";
    private static final Path TREE = Path.of("/mnt/machine");
    private static final Duration BOOT_LIMIT = Duration.ofSeconds(60);
    private static final int LOG_LINES = 60;
    private final HostSpec spec;
    private final Host outside;
    private Child nspawn;
    private Lines console;
    private String manager = "";

    /** Boots the host, plugged into the lab's switch. */
    public SystemdHost(Lab lab, HostSpec spec) {
        this.spec = spec;
        outside = lab.host(spec, BaseTree.folder());
        boot();
    }

    public HostSpec spec() {
        return spec;
    }

    public String name() {
        return spec.name();
    }

    /** Boots it after {@link #powerOff}, with whatever interfaces there are by then; returns when every unit that starts at boot has. */
    public void boot() {
        nspawn = outside.spawn("bash", "-c", Resources.text("/hosts/boot.sh"), "boot.sh", name(),
                BaseTree.archive().toString());
        console = new Lines(nspawn.out());
        var errors = new Lines(nspawn.err());
        Eventually.await(this::managerRuns, name() + " boots", BOOT_LIMIT, () -> console.all() + "\n" + errors.all());
        String state = run("systemctl", "is-system-running", "--wait").out().strip();
        if (!state.equals("running") && !state.equals("degraded")) {
            throw new AssertionError(name() + " is " + state + "\n" + journal());
        }
    }

    private boolean managerRuns() {
        manager = outside.run("pgrep", "-P", nspawn.pid()).out().strip();
        return !manager.isEmpty() && run("test", "-S", "/run/systemd/private").status() == 0;
    }

    /** Shuts it down as the power button does: units are stopped in order. */
    public void shutDown() {
        signalManager("RTMIN+4");
    }

    /** Ends everything on it at once. */
    public void powerOff() {
        signalManager("RTMIN+14");
    }

    private void signalManager(String signal) {
        outside.run("kill", "-s", signal, manager);
        Eventually.await(() -> !nspawn.isRunning(), name() + " is off", BOOT_LIMIT,
                () -> String.join("\n", console.all()));
    }

    private List<String> entering(List<String> words) {
        var all = new ArrayList<>(List.of("nsenter", "-t", manager, "-m", "-u", "-i", "-n", "-p", "-C", "--", "env",
                "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root",
                "LC_ALL=C.UTF-8", "TERM=dumb", "SYSTEMD_PAGER=", "DEBIAN_FRONTEND=noninteractive"));
        all.addAll(words);
        return all;
    }

    /** Runs a program on it to its end, whatever its exit status; its standard input is empty. */
    public Result run(String... words) {
        return outside.run(entering(List.of(words)).toArray(String[]::new));
    }

    /** Runs a program on it and fails when it fails; returns its standard output. */
    public String must(String... words) {
        return run(words).orFail(name() + ": " + String.join(" ", words)).out();
    }

    /** Runs a shell script on it and fails when it fails; returns its standard output. */
    public String sh(String script) {
        return must("sh", "-ec", script);
    }

    /** What the kernel knows of its network. */
    public Kernel kernel() {
        return outside.kernel();
    }

    public boolean has(String address) {
        return kernel().has(address);
    }

    /** The host of the lab around it: the same network, but no systemd. */
    public Host outside() {
        return outside;
    }

    /** The manager's process number as {@link #outside} sees it. */
    public String manager() {
        return manager;
    }

    private Path path(String absolute) {
        return outside.path(TREE + absolute);
    }

    /** Writes a file of its tree ({@code /run} and {@code /tmp} are not in it); {@code mode} like {@code rwxr-xr-x}. */
    public void write(String absolute, String text, String mode) {
        try {
            Files.createDirectories(path(absolute).getParent());
            Files.writeString(path(absolute), text);
            Files.setPosixFilePermissions(path(absolute), PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a file of this machine into its tree. */
    public void copy(Path file, String absolute) {
        try {
            Files.copy(file, path(absolute), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is such a file or link in its tree, whatever the link points to. */
    public boolean exists(String absolute) {
        return run("sh", "-c", "test -e \"$1\" || test -h \"$1\"", "sh", absolute).status() == 0;
    }

    public String read(String absolute) {
        return must("cat", absolute);
    }

    /** A property of the unit under test. */
    public String property(String name) {
        return must("systemctl", "show", "--value", "-p", name, UNIT).strip();
    }

    public boolean isActive() {
        return property("ActiveState").equals("active");
    }

    /** {@code enabled}, {@code disabled}, {@code masked}… */
    public String enabledState() {
        return run("systemctl", "is-enabled", UNIT).out().strip();
    }

    /** The daemon's process number inside, 0 when there is none. */
    public int mainPid() {
        return Integer.parseInt(property("MainPID"));
    }

    public String journal() {
        return run("journalctl", "--no-pager", "-o", "short-precise", "-n", Integer.toString(LOG_LINES)).out();
    }

    /** What the unit under test has logged since it was started last. */
    public String unitLog() {
        return must("journalctl", "--no-pager", "-o", "cat", "_SYSTEMD_INVOCATION_ID=" + property("InvocationID"));
    }

    public void await(String description, Duration limit, BooleanSupplier condition) {
        Eventually.await(condition, name() + ": " + description, limit, this::describe);
    }

    /** The state of the unit, the addresses and the end of the journal, for the report of a failure. */
    public String describe() {
        return "--- " + name() + "\n" + run("systemctl", "--no-pager", "status", UNIT).out()
                + outside.run("ip", "-br", "addr").out() + journal();
    }

    @Override
    public void close() {
        if (nspawn.isRunning() && !manager.isEmpty()) {
            powerOff();
        }
        outside.run("sh", "-c",
                "find /sys/fs/cgroup/jkeepalived-host-" + name() + "-* -depth -type d -exec rmdir {} +");
    }
}
