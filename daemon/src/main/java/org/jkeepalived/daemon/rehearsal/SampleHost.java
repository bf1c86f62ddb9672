package org.jkeepalived.daemon.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.route.AddressSpec;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.netlink.route.Link;

/** A host with two interfaces, whose indexes no kernel gives out by itself, and a configuration for it. */
public final class SampleHost implements HostFacts {

    /** The index of the first interface. */
    static final int FIRST_INDEX = 2_000_000_001;
    private static final int SECOND_INDEX = 2_000_000_002;
    private static final int FLAGS = Link.UP | Link.RUNNING | Link.BROADCAST | Link.MULTICAST;
    private static final String CONFIGURATION = "keepalived.conf";
    private static final double LONG_AGO_SECONDS = 1e6;

    private final LinkTable links = new LinkTable();

    /** Both interfaces are up and have addresses. */
    public SampleHost() {
        link(FIRST_INDEX, "rehearsal0", 0x0200_0000_0001L);
        link(SECOND_INDEX, "rehearsal1", 0x0200_0000_0002L);
        address(FIRST_INDEX, "192.0.2.1", 24, AddressSpec.SCOPE_GLOBAL);
        address(FIRST_INDEX, "fe80::1", 64, AddressSpec.SCOPE_LINK);
        address(SECOND_INDEX, "198.51.100.1", 24, AddressSpec.SCOPE_GLOBAL);
    }

    private void link(int index, String name, long mac) {
        links.linkChanged(new Link(index, name, FLAGS, 1500, new MacAddress(mac), Link.ETHERNET, 0, 0, ""));
    }

    private void address(int index, String text, int prefixLength, int scope) {
        IpAddress address = IpAddress.parse(text);
        links.addressAdded(index, address.family(), address.high(), address.low(), prefixLength, scope,
                InterfaceAddress.PERMANENT);
    }

    /** Its interfaces and addresses; belongs to the thread that rehearses. */
    public LinkTable links() {
        return links;
    }

    /**
     * The text of its configuration: versions 2 and 3, both families, unicast, a sync group, scripts.
     *
     * @param user the login name of the user that runs the scripts
     */
    public static String configuration(String user) {
        try (InputStream text = SampleHost.class.getResourceAsStream(CONFIGURATION)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("@USER@", user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean interfaceExists(String name) {
        return links.link(name) != null;
    }

    @Override
    public boolean isLoopback(String name) {
        return false;
    }

    @Override
    public Optional<String> interfaceHolding(IpAddress address) {
        return Optional.empty();
    }

    @Override
    public Optional<UserIds> user(String name) {
        int uid = OwnProcess.effectiveUid();
        return Optional.of(new UserIds(name, uid, uid));
    }

    @Override
    public Optional<Integer> group(String name) {
        return Optional.of(OwnProcess.effectiveUid());
    }

    @Override
    public FileFacts file(String path) {
        boolean program = path.endsWith("/true");
        return new FileFacts(null, !program, program, 0755, 0, 0, path);
    }

    @Override
    public String hostName() {
        return "rehearsal";
    }

    @Override
    public String environment(String name) {
        return null;
    }

    @Override
    public double uptimeSeconds() {
        return LONG_AGO_SECONDS;
    }
}
