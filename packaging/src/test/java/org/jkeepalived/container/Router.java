package org.jkeepalived.container;

import com.fasterxml.jackson.jr.ob.JSON;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HealthCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jkeepalived.lab.Child;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.Lines;
import org.jkeepalived.lab.Resources;
import org.testcontainers.containers.GenericContainer;

/** A container of the image, with a file system that is read-only but for /run and /tmp, and as few capabilities as documented. */
final class Router implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Map<String, String> IN_MEMORY = Map.of("/run", "rw", "/tmp", "rw");
    private final Engine engine;
    private final String directory;
    private final GenericContainer<?> container;

    /** Runs the daemon at {@code address} with options of keepalived's. */
    Router(Engine engine, String address, String config, String... options) {
        this.engine = engine;
        directory = "/etc/of-" + address;
        configure(config);
        container = new GenericContainer<>(engine.image()).withNetworkMode(Engine.NETWORK)
                .withTmpFs(IN_MEMORY)
                .withCommand(options)
                .withCreateContainerCmdModifier(command -> {
                    command.withIpv4Address(address)
                            .withHealthcheck(eachSecond())
                            .getHostConfig()
                            .withBinds(Bind.parse(directory + ":/etc/keepalived:ro"))
                            .withReadonlyRootfs(true)
                            .withCapDrop(Capability.ALL)
                            .withCapAdd(Capability.NET_ADMIN, Capability.NET_RAW, Capability.NET_BROADCAST);
                });
        container.start();
    }

    /** The image's own check, more often. */
    private static HealthCheck eachSecond() {
        long second = Duration.ofSeconds(1).toNanos();
        return new HealthCheck().withInterval(second).withTimeout(5 * second).withRetries(2);
    }

    /** Writes the configuration file, which the container sees at once and the daemon upon SIGHUP. */
    void configure(String text) {
        engine.host().write(directory + "/keepalived.conf", text, "rw-r--r--");
    }

    private DockerClient client() {
        return container.getDockerClient();
    }

    InspectContainerResponse inspect() {
        return client().inspectContainerCmd(container.getContainerId()).exec();
    }

    boolean isRunning() {
        return Boolean.TRUE.equals(inspect().getState().getRunning());
    }

    String health() {
        return inspect().getState().getHealth().getStatus();
    }

    /** What the daemon wrote to the console. */
    String log() {
        return container.getLogs();
    }

    /** Sends a signal, by name or number, as {@code docker kill -s} does. */
    void signal(String signal) {
        client().killContainerCmd(container.getContainerId()).withSignal(signal).exec();
    }

    /** What {@code docker stop} does. */
    void stop() {
        client().stopContainerCmd(container.getContainerId()).exec();
    }

    /** What {@code docker start} does with a container that has ended. */
    void startAgain() {
        client().startContainerCmd(container.getContainerId()).exec();
    }

    /** Stops the daemon's loop, and no other of its threads, until the result is closed. */
    Child holdLoop() {
        Child holder = engine.host()
                .spawn("python3", "-c", Resources.text("/container/hold.py"),
                        Long.toString(inspect().getState().getPidLong()));
        var said = new Lines(holder.out());
        var complaint = new Lines(holder.err());
        Eventually.await(() -> said.all().contains("held"), "the loop is held", LIMIT,
                () -> complaint.all().toString());
        return holder;
    }

    /** Runs a program in the container; returns its output, empty where it failed. */
    String run(String... words) {
        try {
            var result = container.execInContainer(words);
            return result.getExitCode() == 0 ? result.getStdout() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether eth0 carries the address, given without prefix length. */
    boolean has(String address) {
        if (!isRunning()) {
            return false;
        }
        return json(run("ip", "-j", "address", "show", "dev", "eth0")).stream()
                .flatMap(link -> ((List<?>) link.get("addr_info")).stream())
                .anyMatch(info -> address.equals(((Map<?, ?>) info).get("local")));
    }

    /** An array of objects, empty for text that is not a whole one. */
    static List<Map<?, ?>> json(String text) {
        try {
            List<Object> all = text.strip().endsWith("]") ? JSON.std.listFrom(text) : List.of();
            return all.stream().<Map<?, ?>>map(object -> (Map<?, ?>) object).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        container.stop();
    }

    /** Waits until the condition holds; a failure shows the logs. */
    static void await(String description, BooleanSupplier condition, Router... routers) {
        Eventually.await(condition, description, LIMIT, () -> {
            var text = new StringBuilder();
            for (Router router : routers) {
                text.append("--- ").append(router.directory).append('\n').append(router.log());
            }
            return text.toString();
        });
    }
}
