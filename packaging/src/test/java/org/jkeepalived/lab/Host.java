package org.jkeepalived.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A machine of the test network: network, PID, mount, UTS and IPC namespaces of its own, a private /etc, /usr, /var, /run, /tmp
 * and /dev/log, and stand-ins for {@code service} and {@code systemctl}. It lives as long as its first process.
 */
public final class Host implements AutoCloseable {
    private static final long BOOT_LIMIT_SECONDS = 20;
    /** Environment variable by which a caller of the tests recognises their processes. */
    private static final String RUN = "JKEEPALIVED_LAB";
    private static final Map<Host, Boolean> ALIVE = new ConcurrentHashMap<>();
    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.keySet().forEach(Host::powerOff)));
    }
    private final String name;
    private final Process holder;
    private final Lines output;
    private final Lines errors;
    private long firstProcess;

    /**
     * Boots a host without any interface but {@code lo}.
     *
     * @param image directory that must stay visible at its own path, or null
     */
    public Host(String name, Path image) {
        this.name = name;
        var builder = new ProcessBuilder("unshare", "--net", "--pid", "--fork", "--mount", "--uts", "--ipc",
                "--mount-proc", "--propagation", "private", "--kill-child=KILL", "bash", "-c",
                Resources.text("/lab/host.sh"), "host.sh", name, image == null ? "" : image.toString());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PATH", Command.PATH, "LANG", "C.UTF-8", "INIT", Resources.text("/lab/init.py"), RUN,
                        System.getenv().getOrDefault(RUN, "")));
        try {
            holder = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ALIVE.put(this, true);
        output = new Lines(holder.getInputStream());
        errors = new Lines(holder.getErrorStream());
        firstProcess = awaitBoot();
    }

    private long awaitBoot() {
        long giveUpNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOOT_LIMIT_SECONDS);
        while (!output.all().contains("ready")) {
            if (!holder.isAlive() || System.nanoTime() > giveUpNanos) {
                powerOff();
                throw new AssertionError("host " + name + " did not boot: " + errors.all());
            }
            Eventually.pause();
        }
        return holder.toHandle().children().findFirst().orElseThrow().pid();
    }

    public String name() {
        return name;
    }

    /** The number of the host's first process outside of the host, which names its namespaces. */
    public long firstProcess() {
        return firstProcess;
    }

    public boolean isUp() {
        return holder.isAlive();
    }

    /** The lines written to /dev/log so far, each begun by the monotonic second of its arrival. */
    public List<String> log() {
        return output.all().stream().filter(line -> !line.equals("ready")).toList();
    }

    private List<String> entering(List<String> words) {
        var all = new ArrayList<>(
                List.of("nsenter", "-t", Long.toString(firstProcess), "-n", "-p", "-m", "-u", "-i", "--"));
        all.addAll(words);
        return all;
    }

    /** Runs a program inside to its end, whatever its exit status. */
    public Result run(String... words) {
        return Command.run(entering(List.of(words)), new byte[0]);
    }

    /** Runs a program inside and fails when it fails; returns its standard output. */
    public String must(String... words) {
        return run(words).orFail(name + ": " + String.join(" ", words)).out();
    }

    /** Runs a shell script inside and fails when it fails; returns its standard output. */
    public String sh(String script) {
        return must("sh", "-ec", script);
    }

    /** Starts a program inside that runs until {@link Child#close}. */
    public Child spawn(String... words) {
        var all = new ArrayList<>(List.of("sh", "-c", "echo $$; exec \"$@\"", "sh"));
        all.addAll(List.of(words));
        return new Child(this, Command.start(entering(all)));
    }

    /** Where a path of the host is found from outside. */
    public Path path(String absolute) {
        return Path.of("/proc/" + firstProcess + "/root" + absolute);
    }

    /** Writes a file of the host; {@code mode} like {@code rwxr-xr-x}. */
    public void write(String absolute, String text, String mode) {
        try {
            Path file = path(absolute);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file of the host, empty when there is none. */
    public String read(String absolute) {
        try {
            return new String(Files.readAllBytes(path(absolute)), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    public boolean exists(String absolute) {
        return Files.exists(path(absolute));
    }

    /** Names of the processes inside, as {@code ps -C} compares them, the host's first process and kernel threads left out. */
    public List<String> processNames() {
        return Stream.of(must("ps", "-e", "-o", "pid=,comm=").split("\n"))
                .map(String::strip)
                .filter(line -> !line.startsWith("1 "))
                .map(line -> line.replaceFirst("\\d+ ", ""))
                .filter(command -> !command.equals("ps"))
                .toList();
    }

    public Kernel kernel() {
        return new Kernel(this);
    }

    /** Ends every process of the host at once, with SIGKILL: no daemon gets to say good-bye. */
    public void powerOff() {
        ALIVE.remove(this);
        if (firstProcess > 0) {
            ProcessHandle.of(firstProcess).ifPresent(ProcessHandle::destroyForcibly);
        }
        try {
            // It ends by itself once it has seen its child's end, so that no zombie stays behind.
            if (firstProcess == 0 || !holder.waitFor(5, TimeUnit.SECONDS)) {
                holder.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        powerOff();
    }
}
