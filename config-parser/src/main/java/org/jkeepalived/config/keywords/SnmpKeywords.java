package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.DecimalNumber;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.SnmpDraft;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about SNMP and D-Bus. */
final class SnmpKeywords {
    private static final DecimalNumber AGE = new DecimalNumber(6, 1_000_000L, 30_000_000_000L);
    private static final String NO_AGENT = "this version has no SNMP agent";
    private static final String NO_BUS = "this version does not speak D-Bus";

    static final List<Keyword<GlobalDraft>> ALL = List.of(
            Keyword.<GlobalDraft>words("snmp_socket", "ADDRESS", SnmpKeywords::socket)
                    .defaults("unix:/var/agentx/master")
                    .shows(GlobalForms.shown(global -> global.snmp.socket))
                    .example("snmp_socket udp:localhost:705")
                    .withoutEffect(NO_AGENT)
                    .says("Address of the AgentX master."),
            flag("enable_traps", snmp -> snmp.traps = true, snmp -> snmp.traps).says("Send SNMP notifications."),
            flag("enable_snmp_vrrp", snmp -> snmp.vrrp = true, snmp -> snmp.vrrp)
                    .deprecated("enable_snmp_keepalived", null)
                    .says("Serve the VRRP part of keepalived's own tables."),
            flag("enable_snmp_rfc", snmp -> snmp.rfc = true, snmp -> snmp.rfc).says("Serve the tables of both RFCs."),
            flag("enable_snmp_rfcv2", snmp -> snmp.rfcV2 = true, snmp -> snmp.rfcV2)
                    .says("Serve the tables of RFC 2787, VRRPv2."),
            flag("enable_snmp_rfcv3", snmp -> snmp.rfcV3 = true, snmp -> snmp.rfcV3)
                    .says("Serve the tables of RFC 6527, VRRPv3."),
            flag("enable_snmp_checker", snmp -> snmp.checker = true, snmp -> snmp.checker)
                    .says("Serve the part of keepalived's own tables about virtual servers."),
            age("snmp_vs_stats_update_interval", (snmp, nanos) -> snmp.virtualServerAgeNanos = nanos,
                    snmp -> snmp.virtualServerAgeNanos).defaults("5")
                    .says("Seconds that counters of virtual servers are kept for SNMP."),
            age("snmp_rs_stats_update_interval", (snmp, nanos) -> snmp.realServerAgeNanos = nanos,
                    snmp -> snmp.realServerAgeNanos).defaults("snmp_vs_stats_update_interval")
                    .says("Seconds that counters of real servers are kept for SNMP."),
            flag("enable_dbus", snmp -> snmp.dbus = true, snmp -> snmp.dbus).withoutEffect(NO_BUS)
                    .says("Publish instances on the system bus."),
            GlobalForms
                    .word("dbus_service_name", "NAME", "dbus_service_name missing - ignoring",
                            (global, name) -> global.snmp.dbusServiceName = name, global -> global.snmp.dbusServiceName)
                    .defaults("org.keepalived.Vrrp1")
                    .example("dbus_service_name org.keepalived.Vrrp2")
                    .withoutEffect(NO_BUS)
                    .says("Name to own on the system bus."),
            GlobalForms.word("dbus_no_interface_name", "NAME", "dbus_no_interface_name missing - ignoring",
                    (global, name) -> global.snmp.dbusNoInterfaceName = name, global -> global.snmp.dbusNoInterfaceName)
                    .defaults("none")
                    .example("dbus_no_interface_name none")
                    .withoutEffect(NO_BUS)
                    .says("Path element of instances that have no interface."));

    private SnmpKeywords() {}

    private static Keyword.Builder<GlobalDraft> flag(String name, Consumer<SnmpDraft> setter,
            Function<SnmpDraft, Boolean> getter) {
        return GlobalForms.flag(name, global -> setter.accept(global.snmp), global -> getter.apply(global.snmp))
                .withoutEffect(NO_AGENT);
    }

    private static Keyword.Builder<GlobalDraft> age(String name, ObjLongConsumer<SnmpDraft> setter,
            Function<SnmpDraft, Long> getter) {
        return Keyword
                .<GlobalDraft>seconds(name, AGE, (global, nanos) -> setter.accept(global.snmp, nanos),
                        (_, word) -> name + " '" + word + "' is invalid")
                .shows(global -> getter.apply(global.snmp))
                .example(name + " 2.5")
                .withoutEffect(NO_AGENT);
    }

    private static void socket(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.argument() == null) {
            GlobalForms.missing(statement, "SNMP error : snmp socket name missing", "ADDRESS", binding);
        } else if (statement.arguments().size() > 1) {
            binding.findings()
                    .error(statement.words().get(2).place(), "extra-words",
                            "Too many parameters specified for snmp_socket - ignoring", "one ADDRESS");
        } else if (global.snmp.socket != null) {
            binding.findings()
                    .error(statement.argument().place(), "already-set",
                            "SNMP socket already set to " + global.snmp.socket + " - ignoring");
        } else {
            global.snmp.socket = statement.argument().text();
        }
    }
}
