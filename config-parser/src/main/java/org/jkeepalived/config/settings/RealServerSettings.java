package org.jkeepalived.config.settings;

import java.net.InetAddress;

/**
 * A real_server.
 *
 * @param address
 *            where it is
 * @param port
 *            0 when the service has none
 * @param weight
 *            share of the connections
 * @param forwarding
 *            how packets get to it
 * @param upperThreshold
 *            connections from which on it gets no more; 0 for no limit
 * @param lowerThreshold
 *            connections below which it gets some again; 0 for no limit
 * @param inhibitOnFailure
 *            a failed server gets weight 0 instead of leaving the table
 * @param probe
 *            how its checkers probe
 * @param virtualHost
 *            host that HTTP checkers ask for, or null
 * @param smtpAlert
 *            mail on changes
 * @param snmpName
 *            name in SNMP, or null
 * @param notifyUp
 *            run when it comes up, or null
 * @param notifyDown
 *            run when it goes down, or null
 */
public record RealServerSettings(InetAddress address, int port, long weight, Forwarding forwarding,
        long upperThreshold, long lowerThreshold, boolean inhibitOnFailure, ProbeSettings probe, String virtualHost,
        boolean smtpAlert, String snmpName, ScriptCommand notifyUp, ScriptCommand notifyDown) {}
