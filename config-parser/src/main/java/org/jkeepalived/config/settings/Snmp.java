package org.jkeepalived.config.settings;

/**
 * The SNMP agent.
 *
 * @param socket address of the AgentX master as written, or null for its own default
 * @param traps notifications are sent
 * @param vrrp the VRRP part of keepalived's own tables is served
 * @param rfcV2 the tables of RFC 2787 are served
 * @param rfcV3 the tables of RFC 6527 are served
 * @param checker the part of keepalived's own tables about virtual servers is served
 * @param virtualServerAgeNanos how old the counters of a virtual server may be
 * @param realServerAgeNanos how old the counters of a real server may be
 */
public record Snmp(
        String socket,
        boolean traps,
        boolean vrrp,
        boolean rfcV2,
        boolean rfcV3,
        boolean checker,
        long virtualServerAgeNanos,
        long realServerAgeNanos) {}
