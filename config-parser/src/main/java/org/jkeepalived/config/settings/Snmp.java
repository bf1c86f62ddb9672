package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.SettingBuilder;
import org.jkeepalived.config.setting.Values;

/**
 * The SNMP agent.
 *
 * @param values of {@link #SECTION}
 */
public record Snmp(Values values) {
    private static final String NO_AGENT = "this version has no SNMP agent";

    public static final Section SECTION = Section.empty();
    private static final Setting<String> SOCKET = SECTION.word("snmp_socket", "ADDRESS")
            .missing("SNMP error : snmp socket name missing")
            .surplus("Too many parameters specified for snmp_socket - ignoring")
            .again("SNMP socket already set to {value} - ignoring")
            .defaults("unix:/var/agentx/master")
            .example("snmp_socket udp:localhost:705")
            .withoutEffect(NO_AGENT)
            .says("Address of the AgentX master.");
    private static final Setting<Boolean> TRAPS = flag("enable_traps").says("Send SNMP notifications.");
    private static final Setting<Boolean> VRRP = flag("enable_snmp_vrrp").deprecated("enable_snmp_keepalived", null)
            .says("Serve the VRRP part of keepalived's own tables.");
    private static final Setting<Boolean> RFC = flag("enable_snmp_rfc").says("Serve the tables of both RFCs.");
    private static final Setting<Boolean> RFC_V2 = flag("enable_snmp_rfcv2")
            .says("Serve the tables of RFC 2787, VRRPv2.");
    private static final Setting<Boolean> RFC_V3 = flag("enable_snmp_rfcv3")
            .says("Serve the tables of RFC 6527, VRRPv3.");
    private static final Setting<Boolean> CHECKER = flag("enable_snmp_checker")
            .says("Serve the part of keepalived's own tables about virtual servers.");
    private static final Setting<Long> VIRTUAL_SERVER_AGE = age("snmp_vs_stats_update_interval")
            .defaults(5_000_000_000L)
            .says("Seconds that counters of virtual servers are kept for SNMP.");
    private static final Setting<Long> REAL_SERVER_AGE = age("snmp_rs_stats_update_interval")
            .fallsBackTo(VIRTUAL_SERVER_AGE)
            .says("Seconds that counters of real servers are kept for SNMP.");

    private static SettingBuilder<Boolean> flag(String name) {
        return SECTION.flag(name).withoutEffect(NO_AGENT);
    }

    private static SettingBuilder<Long> age(String name) {
        return SECTION.seconds(name, 6, 1_000_000L, 30_000_000_000L)
                .complains("{name} '{word}' is invalid")
                .example(name + " 2.5")
                .withoutEffect(NO_AGENT);
    }

    /** Address of the AgentX master as written, or keepalived's own. */
    public String socket() {
        return values.get(SOCKET);
    }

    /** Whether the address is keepalived's own. */
    public boolean defaultSocket() {
        return socket().equals(SOCKET.defaultValue());
    }

    /** Whether notifications are sent. */
    public boolean traps() {
        return values.get(TRAPS);
    }

    /** Whether the VRRP part of keepalived's own tables is served. */
    public boolean vrrp() {
        return values.get(VRRP);
    }

    /** Whether the tables of RFC 2787 are served. */
    public boolean rfcV2() {
        return values.get(RFC) || values.get(RFC_V2);
    }

    /** Whether the tables of RFC 6527 are served. */
    public boolean rfcV3() {
        return values.get(RFC) || values.get(RFC_V3);
    }

    /** Whether the part of keepalived's own tables about virtual servers is served. */
    public boolean checker() {
        return values.get(CHECKER);
    }

    /** How old the counters of a virtual server may be. */
    public long virtualServerAgeNanos() {
        return values.get(VIRTUAL_SERVER_AGE);
    }

    /** How old the counters of a real server may be. */
    public long realServerAgeNanos() {
        return values.get(REAL_SERVER_AGE);
    }
}
