package org.jkeepalived.config.draft;

import org.jkeepalived.config.report.Place;

import java.net.InetAddress;

/** What a virtual server and a real server have in common. Null is what was not written. */
public abstract sealed class ServerDraft implements Prober, VirtualHosted permits VirtualServerDraft, RealServerDraft {
    /** Where it stands. */
    public final Place place;
    /** Null for a firewall mark and a group. */
    public final InetAddress address;
    /** 0 for none. */
    public int port;
    private final ProbeDraft probe;
    private String virtualHost;
    /** weight. */
    public Long weight;
    /** inhibit_on_failure. */
    public Boolean inhibitOnFailure;
    /** smtp_alert. */
    public Boolean smtpAlert;
    /** snmp_name. */
    public String snmpName;
    /** lb_kind or lvs_method. */
    public ForwardingDraft forwarding;

    ServerDraft(Place place, InetAddress address, int port, ProbeDraft.Level level) {
        this.place = place;
        this.address = address;
        this.port = port;
        this.probe = new ProbeDraft(level);
    }

    @Override
    public ProbeDraft probe() {
        return probe;
    }

    @Override
    public String virtualHost() {
        return virtualHost;
    }

    @Override
    public void virtualHost(String name) {
        virtualHost = name;
    }
}
