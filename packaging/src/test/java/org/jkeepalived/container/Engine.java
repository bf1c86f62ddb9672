package org.jkeepalived.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jkeepalived.lab.Bridge;
import org.jkeepalived.lab.Capture;
import org.jkeepalived.lab.Child;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.Lines;
import org.jkeepalived.lab.Resources;
import org.jkeepalived.lab.Result;
import org.testcontainers.DockerClientFactory;

/**
 * A container engine in a host of its own, with the image under test and a network whose bridge is captured. Nothing of it is
 * seen or left on the machine.
 */
final class Engine implements AutoCloseable {
    /** The network of the containers, 10.66.0.0/16. */
    static final String NETWORK = "lab";
    /** As engine.sh has it. */
    private static final String IMAGES = "/mnt/engine";
    private static final String SOCKET = "/run/engine.sock";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

    private final Host host = new Host("engine", null);
    private final String cgroup = "/jkeepalived-" + host.firstProcess();
    private final AtomicInteger segments = new AtomicInteger();
    private Child dockerd;
    private Lines log;
    private Capture capture;
    private String image;

    private Engine() {}

    /**
     * Starts the engine and builds the image in it.
     *
     * @throws EngineUnavailableException where an engine cannot run or no base can be made
     */
    static Engine start() throws EngineUnavailableException {
        var engine = new Engine();
        try {
            engine.startDaemon();
            engine.openNetwork();
            engine.image = ImageBuild.run(engine.address());
            return engine;
        } catch (EngineUnavailableException | RuntimeException | Error e) {
            engine.close();
            throw e;
        }
    }

    private void startDaemon() throws EngineUnavailableException {
        dockerd = host.spawn("sh", "-c", Resources.text("/container/engine.sh"), "engine.sh", SOCKET, cgroup);
        log = new Lines(dockerd.err());
        Eventually.await(() -> !dockerd.isRunning() || answers(), "the engine answers or ends", START_LIMIT,
                () -> log.all().toString());
        if (!dockerd.isRunning()) {
            throw new EngineUnavailableException("no container engine can run here: " + log.all().getLast());
        }
        EngineStrategy.use(address());
        String found = DockerClientFactory.lazyClient().infoCmd().exec().getDockerRootDir();
        if (!IMAGES.equals(found)) {
            throw new EngineUnavailableException("Testcontainers is configured to use another engine than the tests'");
        }
    }

    private boolean answers() {
        return host.exists(SOCKET) && tryDocker("version").status() == 0;
    }

    private void openNetwork() {
        docker("network", "create", "--subnet", "10.66.0.0/16", "--opt",
                "com.docker.network.bridge.name=" + Bridge.DEVICE, NETWORK);
        capture = new Capture(host);
    }

    /** Where clients outside of the engine's host reach it. */
    private URI address() {
        return URI.create("unix://" + host.path(SOCKET));
    }

    /** The host in which containers' processes and mounted files are. */
    Host host() {
        return host;
    }

    Capture capture() {
        return capture;
    }

    /** The image under test. */
    String image() {
        return image;
    }

    /** A part of the network for one test: its virtual router and addresses are nobody else's. */
    Segment newSegment() {
        return new Segment(segments.incrementAndGet());
    }

    /** Runs docker's command line to its end and fails when it fails; returns its output. */
    String docker(String... words) {
        return tryDocker(words).orFail("docker " + String.join(" ", words)).out();
    }

    /** Runs docker's command line to its end, whatever its exit status. */
    Result tryDocker(String... words) {
        return host.run(Stream.concat(Stream.of("docker", "--host", "unix://" + SOCKET), Stream.of(words))
                .toArray(String[]::new));
    }

    @Override
    public void close() {
        if (capture != null) {
            capture.close();
        }
        host.close();
        removeControlGroups();
        ignoreLateCleanUp();
    }

    /** Testcontainers would remove its containers when the virtual machine ends. They are gone by then, and the engine with them. */
    private static void ignoreLateCleanUp() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (thread.getThreadGroup() != DockerClientFactory.TESTCONTAINERS_THREAD_GROUP) {
                failure.printStackTrace();
            }
        });
    }

    /** Of all that the containers had, control groups alone outlive the host. */
    private void removeControlGroups() {
        try (Stream<Path> hierarchies = Files.list(CGROUPS)) {
            for (Path group : Stream.concat(Stream.of(CGROUPS), hierarchies)
                    .map(path -> path.resolve(cgroup.substring(1)))
                    .filter(Files::isDirectory)
                    .toList()) {
                removeTree(group);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeTree(Path group) throws IOException {
        try (Stream<Path> all = Files.walk(group)) {
            for (Path directory : all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList()) {
                Eventually.await(() -> directory.toFile().delete(), directory + " is removed", START_LIMIT,
                        () -> "it has processes");
            }
        }
    }
}
