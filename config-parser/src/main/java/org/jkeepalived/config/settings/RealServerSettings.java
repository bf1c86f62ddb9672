package org.jkeepalived.config.settings;

import java.util.List;
import org.jkeepalived.net.IpAddress;

/**
 * A real_server.
 *
 * @param address where it is
 * @param port 0 when the service has none
 * @param weight share of the connections
 * @param forwarding how packets get to it
 * @param upperThreshold connections from which on it gets no more; 0 for no limit
 * @param lowerThreshold connections below which it gets some again; 0 for no limit
 * @param inhibitOnFailure a failed server gets weight 0 instead of leaving the table
 * @param probe how its checkers probe
 * @param virtualHost host that HTTP checkers ask for, or null
 * @param smtpAlert mail on changes
 * @param snmpName name in SNMP, or null
 * @param notifyUp run when it comes up, or null
 * @param notifyDown run when it goes down, or null
 * @param checkers usable checkers, grouped by kind; without any the server is up
 */
public record RealServerSettings(
        IpAddress address,
        int port,
        long weight,
        Forwarding forwarding,
        long upperThreshold,
        long lowerThreshold,
        boolean inhibitOnFailure,
        ProbeSettings probe,
        String virtualHost,
        boolean smtpAlert,
        String snmpName,
        ScriptCommand notifyUp,
        ScriptCommand notifyDown,
        List<CheckerSettings> checkers) {
    public RealServerSettings {
        checkers = List.copyOf(checkers);
    }
}
