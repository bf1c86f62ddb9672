package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.AddressText;
import org.jkeepalived.config.settings.Forwarding;
import org.jkeepalived.config.settings.TransportProtocol;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/** A virtual_server while it is read: one of an address, a firewall mark and the name of a group. Null is what was not written. */
public final class VirtualServerDraft extends ServerDraft {
    /** fwmark N, or null. */
    public final Long firewallMark;
    /** group NAME, or null. */
    public final String groupName;
    /** The group of that name; null until rules looked for it, and where there is none. */
    public VirtualServerGroupDraft group;
    /** How many usable virtual servers of the same group stand before it; 0 until rules were applied. */
    public int indexInGroup;
    /** Of the address, of ip_family, of a persistence mask, of the first real server; null while none of them tells. */
    public AddressFamily family;
    /** ip_family was accepted. */
    public boolean familyWritten;
    /** IPVS name. */
    public String scheduler;
    /** The first flag of the scheduler, which sh and mh call fallback. */
    public boolean flag1;
    /** The second flag of the scheduler, which sh and mh call port. */
    public boolean flag2;
    /** The third flag of the scheduler. */
    public boolean flag3;
    /** hashed. */
    public boolean hashed;
    /** ops. */
    public boolean onePacket;
    /** persistence_engine. */
    public String persistenceEngine;
    /** persistence_timeout. */
    public Long persistenceTimeoutSeconds;
    /** persistence_granularity for IPv4. */
    public IpAddress persistenceMask;
    /** persistence_granularity for IPv6. */
    public Integer persistencePrefixLength;
    /** protocol. */
    public TransportProtocol protocol;
    /** ha_suspend. */
    public boolean haSuspend;
    /** omega. */
    public boolean omega;
    /** quorum. */
    public long quorum = 1;
    /** quorum was written. */
    public boolean quorumWritten;
    /** hysteresis. */
    public Long hysteresis;
    /** sorry_server. */
    public SorryServerDraft sorryServer;
    /** real_server blocks, in file order. */
    public final List<RealServerDraft> realServers = new ArrayList<>();

    private VirtualServerDraft(Place place, IpAddress address, int port, Long firewallMark, String groupName) {
        super(place, address, port, ProbeDraft.Level.VIRTUAL_SERVER);
        this.firewallMark = firewallMark;
        this.groupName = groupName;
        if (address != null) {
            family = familyOf(address);
        }
    }

    /** A service at an address; port 0 is every port. */
    public static VirtualServerDraft ofAddress(Place place, IpAddress address, int port) {
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

    /** The family of an address. */
    public static AddressFamily familyOf(IpAddress address) {
        return !address.isIpv6() ? AddressFamily.IPV4 : AddressFamily.IPV6;
    }

    /** Whether packets get by tunnel to a server with this method of its own, or null; then the families may differ. */
    public boolean tunnels(ForwardingDraft own) {
        ForwardingDraft effective = own == null ? forwarding : own;
        return effective != null && effective.method == Forwarding.Method.TUN;
    }

    /** Whether packets to a server with this method of its own, or null, are rewritten; then the ports may differ. */
    public boolean translates(ForwardingDraft own) {
        ForwardingDraft effective = own == null ? forwarding : own;
        return effective == null || effective.method == Forwarding.Method.NAT;
    }

    /** The service as logs and messages name it: {@code [ADDR]:tcp:80}, {@code FWM 1} or {@code [GROUP]:0}. */
    @Override
    public String label() {
        if (firewallMark != null) {
            return "FWM " + firewallMark;
        }
        return groupName == null ? label(address, port) : "[" + groupName + "]:" + indexInGroup;
    }

    /** A server of this service as logs and messages name it. */
    String label(IpAddress server, int serverPort) {
        return "[" + AddressText.of(server) + "]:" + (protocol == null ? "none" : protocol.word()) + ":" + serverPort;
    }
}
