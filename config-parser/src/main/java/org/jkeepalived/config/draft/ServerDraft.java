package org.jkeepalived.config.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.ScriptCommand;
import org.jkeepalived.net.IpAddress;

/** What a virtual server and a real server have in common. Null is what was not written. */
public abstract sealed class ServerDraft implements Prober, VirtualHosted permits VirtualServerDraft, RealServerDraft {
    /** Where it stands. */
    public final Place place;
    /** Null for a firewall mark and a group. */
    public final IpAddress address;
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
    /** Commands by keyword. */
    public final Map<String, CommandDraft> commands = new LinkedHashMap<>();
    /** snmp_name. */
    public String snmpName;
    /** lb_kind or lvs_method. */
    public ForwardingDraft forwarding;

    ServerDraft(Place place, IpAddress address, int port, ProbeDraft.Level level) {
        this.place = place;
        this.address = address;
        this.port = port;
        this.probe = new ProbeDraft(level);
    }

    /** The server as logs and messages name it. */
    public abstract String label();

    /** The command of a keyword as it is run, or null. */
    public ScriptCommand command(String keyword) {
        CommandDraft command = commands.get(keyword);
        return command == null ? null : command.settings();
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
