package org.jkeepalived.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Makes calls of a node's daemon fail as they do where there is no memory left, and counts what it asks of the kernel. */
public final class Faults {
    private static final String FOLDER = "/run/faults";
    private static final String LIBRARY = "/run/faults.so";
    private static final String EXIT = "/run/exit";

    private final Node node;

    /** @param node its daemon is not started yet */
    public Faults(Node node) {
        this.node = node;
        node.host().write("/run/faults.c", Resources.text("/lab/faults.c"), "rw-------");
        node.host().sh("mkdir " + FOLDER + "; cc -shared -fPIC -O2 -o " + LIBRARY + " /run/faults.c -ldl");
    }

    /** Whether there is a compiler for what is loaded into the daemon. */
    public static boolean possible() {
        return Stream.of(Command.PATH.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "cc")));
    }

    /** Starts the daemon so that its calls can fail; it has asked for what a start asks for when this returns. */
    public void start() {
        node.host()
                .sh("LD_PRELOAD=" + LIBRARY + " setsid sh -c 'keepalived --dont-fork -D; echo $? >" + EXIT
                        + "' >/dev/null 2>&1 </dev/null &");
        node.awaitLog("Startup complete", Duration.ofSeconds(20));
    }

    /**
     * Of the calls to come {@code skip} pass, and {@code count} fail after them.
     *
     * @param call {@code send}, {@code reply} or {@code malloc}; what they are is said in {@code faults.c}
     */
    public void arm(String call, int skip, int count) {
        // Whole from the moment at which it has its name.
        node.host().sh("echo " + skip + " " + count + " >/run/fault; mv /run/fault " + FOLDER + "/" + call);
    }

    /** How many calls have failed. */
    public long failed() {
        return seen().stream().filter("failed"::equals).count();
    }

    /** How many IPv4 addresses were to be added by each send(2) that was to add some. */
    public List<Integer> additionsOfIpv4() {
        return additions(2);
    }

    /** The same of IPv6. */
    public List<Integer> additionsOfIpv6() {
        return additions(3);
    }

    private List<Integer> additions(int column) {
        return seen().stream()
                .filter(line -> line.startsWith("ask 20 "))
                .map(line -> Integer.valueOf(line.split(" ")[column]))
                .filter(addresses -> addresses > 0)
                .toList();
    }

    private List<String> seen() {
        return node.host().read(FOLDER + "/seen").lines().toList();
    }

    /** The exit code of the daemon, empty while it runs. */
    public String exitCode() {
        return node.host().read(EXIT).strip();
    }
}
