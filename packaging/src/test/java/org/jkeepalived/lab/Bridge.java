package org.jkeepalived.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The switch that joins the hosts of a lab: a bridge in namespaces of its own, without multicast snooping. */
public final class Bridge implements AutoCloseable {
    /** The bridge's name in its host. */
    public static final String DEVICE = "br0";
    private final Host chassis = new Host("switch", null);
    private final Map<String, String> portOfHost = new HashMap<>();
    private int portsMade;

    public Bridge() {
        chassis.sh("ip link add name " + DEVICE + " type bridge mcast_snooping 0; ip link set " + DEVICE + " up");
    }

    /** The host in which the bridge lives, where captures are taken. */
    public Host chassis() {
        return chassis;
    }

    /** Plugs in a host that has just booted and gives its interface the MAC address and the addresses of {@code spec}. */
    public synchronized void plugIn(Host host, HostSpec spec) {
        String previous = portOfHost.remove(spec.name());
        if (previous != null) {
            chassis.run("ip", "link", "del", previous);
        }
        String port = "port" + ++portsMade;
        String device = spec.networkInterface();
        Command.run(
                List.of("ip", "link", "add", device, "address", spec.mac(), "netns", Long.toString(host.firstProcess()),
                        "type", "veth", "peer", "name", port, "netns", Long.toString(chassis.firstProcess())),
                new byte[0]).orFail("plug in " + spec.name());
        portOfHost.put(spec.name(), port);
        chassis.sh("ip link set " + port + " master " + DEVICE + " up");
        var script = new StringBuilder("ip link set " + device + " up;");
        spec.addresses()
                .forEach(address -> script.append("ip addr add ")
                        .append(address)
                        .append(" dev ")
                        .append(device)
                        .append(address.contains(":") ? " nodad;" : ";"));
        host.sh(script.toString());
    }

    /** Pulls the cable of a host: nothing passes in either direction, and both ends lose their carrier. */
    public synchronized void cut(HostSpec spec) {
        chassis.must("ip", "link", "set", portOfHost.get(spec.name()), "down");
    }

    /** Puts the cable back. */
    public synchronized void mend(HostSpec spec) {
        chassis.must("ip", "link", "set", portOfHost.get(spec.name()), "up");
    }

    /**
     * Stops the host's frames at the switch, or lets them pass again, while its carrier stays up: what a broken switch does.
     */
    public synchronized void mute(HostSpec spec, boolean muted) {
        String port = portOfHost.get(spec.name());
        chassis.sh("bridge link set dev " + port + " state " + (muted ? "0" : "3"));
    }

    @Override
    public void close() {
        chassis.close();
    }
}
