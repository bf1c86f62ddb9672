package org.jkeepalived.config.draft;

import org.jkeepalived.config.report.Place;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** A virtual_server while it is read: one of an address, a firewall mark and the name of a group. */
public final class VirtualServerDraft extends ServerDraft {
    /** fwmark N, or null. */
    public final Long firewallMark;
    /** group NAME, or null. */
    public final String groupName;
    /** real_server blocks, in file order. */
    public final List<RealServerDraft> realServers = new ArrayList<>();

    private VirtualServerDraft(Place place, InetAddress address, int port, Long firewallMark, String groupName) {
        super(place, address, port, ProbeDraft.Level.VIRTUAL_SERVER);
        this.firewallMark = firewallMark;
        this.groupName = groupName;
    }

    /** A service at an address; port 0 is every port. */
    public static VirtualServerDraft ofAddress(Place place, InetAddress address, int port) {
        return new VirtualServerDraft(place, address, port, null, null);
    }

    /** A service of the packets with a mark. */
    public static VirtualServerDraft ofMark(Place place, long mark) {
        return new VirtualServerDraft(place, null, 0, mark, null);
    }

    /** A service at everything that a group holds. */
    public static VirtualServerDraft ofGroup(Place place, String name) {
        return new VirtualServerDraft(place, null, 0, null, name);
    }
}
