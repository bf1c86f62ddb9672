package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.LIMIT;

import java.util.List;
import org.jkeepalived.lab.Child;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.Node;

/** A host's stand-in for the service manager's socket, and what it has heard. */
final class ServiceSocket {
    /** For NOTIFY_SOCKET. */
    static final String PATH = "/run/notify";
    /** Writes what systemd would hear to /run/heard, a line for each message. */
    private static final String LISTENER = """
            import socket
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind("/run/notify")
            while True:
                message = s.recv(65536).decode().strip().replace("\\n", "|")
                with open("/run/heard", "a") as heard:
                    heard.write(message + "\\n")
            """;

    private ServiceSocket() {}

    static Child listen(Lab lab, Node node) {
        Child listener = node.host().spawn("python3", "-u", "-c", LISTENER);
        lab.await("the socket", LIMIT, () -> node.host().exists(PATH));
        return listener;
    }

    static List<String> heard(Host host) {
        return host.read("/run/heard").lines().toList();
    }

    static void awaitHeard(Lab lab, Node node, String regex) {
        lab.await("systemd hears " + regex, LIMIT, () -> heard(node.host()).stream().anyMatch(m -> m.matches(regex)));
    }
}
