package org.jkeepalived.config.settings;

import java.util.List;
import java.util.Set;
import org.jkeepalived.net.AddressFamily;

/**
 * A virtual_server.
 *
 * @param service which packets it balances
 * @param family of the service, or null when its group has both
 * @param protocol transport, or null for a firewall mark
 * @param scheduler IPVS scheduler by its name
 * @param schedulerFlags numbers 1..3 of the scheduler's flags that are set
 * @param onePacket each datagram is scheduled on its own
 * @param forwarding how packets get to servers that say nothing else
 * @param persistence how clients stay with a server
 * @param haSuspend checkers run only while the address is on this machine
 * @param omega notify scripts of going down run at the end too
 * @param quorum least weight of the servers that are up
 * @param hysteresis the quorum is lost below quorum minus this, and reached at quorum plus this
 * @param quorumUp run when the quorum is reached, or null
 * @param quorumDown run when the quorum is lost, or null
 * @param probe how checkers probe where the real server says nothing else
 * @param virtualHost host that HTTP checkers ask for, or null
 * @param smtpAlert mail on changes of the quorum
 * @param snmpName name in SNMP, or null
 * @param sorryServer stands in while the quorum is lost, or null
 * @param realServers at least one, in file order
 */
public record VirtualServerSettings(
        ServiceAddress service,
        AddressFamily family,
        TransportProtocol protocol,
        String scheduler,
        Set<Integer> schedulerFlags,
        boolean onePacket,
        Forwarding forwarding,
        Persistence persistence,
        boolean haSuspend,
        boolean omega,
        long quorum,
        long hysteresis,
        ScriptCommand quorumUp,
        ScriptCommand quorumDown,
        ProbeSettings probe,
        String virtualHost,
        boolean smtpAlert,
        String snmpName,
        SorryServerSettings sorryServer,
        List<RealServerSettings> realServers) {
    public VirtualServerSettings {
        schedulerFlags = Set.copyOf(schedulerFlags);
        realServers = List.copyOf(realServers);
    }
}
