package org.jkeepalived.daemon.host;

import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.route.InterfaceTable;
import org.jkeepalived.netlink.route.RouteMonitor;

/** The machine on which a test runs, for the parser. */
public final class ThisHost {
    private ThisHost() {}

    /** Reads the interfaces once. */
    public static HostFacts facts() {
        InterfaceTable interfaces = new InterfaceTable();
        try (RouteMonitor monitor = RouteMonitor.open()) {
            monitor.readDump(interfaces);
        } catch (SystemCallException e) {
            throw new IllegalStateException(e);
        }
        return new LinuxHostFacts(interfaces);
    }
}
