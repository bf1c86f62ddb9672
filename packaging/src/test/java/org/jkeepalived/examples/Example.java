package org.jkeepalived.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;

/**
 * A folder of examples with two configurations, on the two machines that they are written for.
 *
 * @param better the configuration with the higher priority, without its end
 * @param address the first instance's address
 * @param router the first instance's virtual router id
 */
record Example(String folder, String better, String other, String address, int router) {
    static final Path ROOT = Path.of("src/main/package/examples");
    static final HostSpec FIRST = new HostSpec("first", "eth0", 1, List.of("192.0.2.11/24", "2001:db8::11/64"));
    static final HostSpec SECOND = new HostSpec("second", "eth0", 2, List.of("192.0.2.12/24", "2001:db8::12/64"));

    static final List<Example> ALL = List.of(new Example("nginx", "master", "backup", "192.0.2.10", 51),
            new Example("haproxy", "master", "backup", "192.0.2.10", 52),
            new Example("tomcat", "master", "backup", "192.0.2.10", 53),
            new Example("postgresql", "first", "second", "192.0.2.10", 54),
            new Example("dual-master", "first", "second", "192.0.2.10", 55),
            new Example("unicast-cloud", "first", "second", "192.0.2.10", 57),
            new Example("ipv6", "master", "backup", "2001:db8::10", 58),
            new Example("sync-group", "master", "backup", "192.0.2.10", 59));
    private static final List<String> ACCOUNTS = List.of("postgres", "keepalived_script");

    static Example of(String folder) {
        return ALL.stream().filter(example -> example.folder.equals(folder)).findFirst().orElseThrow();
    }

    /** The text of a file below the examples. */
    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Node first(Lab lab) {
        return equip(lab.node(FIRST, PeerKind.OURS), better);
    }

    Node second(Lab lab) {
        return equip(lab.node(SECOND, PeerKind.OURS), other);
    }

    private Node equip(Node node, String configuration) {
        for (String account : ACCOUNTS) {
            node.host().sh("id " + account + " >/dev/null 2>&1 || useradd --system --no-create-home " + account);
        }
        node.config(text(folder + "/" + configuration + ".conf"))
                .script("/etc/keepalived/check-http", text("check-http"));
        programs().forEach(program -> node.script("/etc/keepalived/" + program, text(folder + "/" + program)));
        return node;
    }

    private List<String> programs() {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(Files::isExecutable).map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder;
    }
}
