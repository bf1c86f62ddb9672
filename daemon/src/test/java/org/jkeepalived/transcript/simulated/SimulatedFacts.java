package org.jkeepalived.transcript.simulated;

import java.util.Optional;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.net.IpAddress;

/** What a configuration may ask of a simulated machine. */
record SimulatedFacts(LinkTable links) implements HostFacts {
    private static final double LONG_AGO_SECONDS = 1e6;

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
        return Optional.of(new UserIds(name, 0, 0));
    }

    @Override
    public Optional<Integer> group(String name) {
        return Optional.of(0);
    }

    @Override
    public FileFacts file(String path) {
        return new FileFacts(null, false, true, 0755, 0, 0, path);
    }

    @Override
    public String hostName() {
        return "simulated";
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
