package org.jkeepalived.daemon.dump;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jkeepalived.config.settings.Authentication;
import org.jkeepalived.config.settings.Garp;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.NotifyScripts;
import org.jkeepalived.config.settings.ScriptCommand;
import org.jkeepalived.config.settings.TrackedInterface;
import org.jkeepalived.vrrp.RouterCounters;
import org.jkeepalived.vrrp.RouterState;

/** keepalived.json: one object per instance with its data and its counters. */
public final class JsonDump {
    private static final String MASK = "********";
    private static final int NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** Of the authentication trailer, which nobody reads here. */
    private static final List<String> EXTENSION_ERRORS = List.of("auth_ext_missing", "auth_ext_malformed",
            "auth_ext_unknown_key", "auth_ext_invalid_hmac", "auth_ext_stale", "auth_ext_replay");

    private JsonDump() {}

    /**
     * The file's text, one line.
     *
     * @param version of the layout: 1 is an array of instances, 2 an object with the array under {@code vrrp}
     */
    public static String render(DumpSnapshot snapshot, int version) {
        var commands = snapshot.scripts()
                .stream()
                .collect(Collectors.toMap(script -> script.settings().name(),
                        script -> script.settings().command().quoted(), (one, _) -> one));
        var json = new JsonText();
        if (version >= 2) {
            json.open('{').name("vrrp");
        }
        json.open('[');
        for (var instance : snapshot.instances()) {
            json.open('{').name("data");
            data(json, instance, name -> commands.getOrDefault(name, name));
            json.name("stats");
            stats(json, instance.counters());
            json.close('}');
        }
        json.close(']');
        if (version >= 2) {
            json.name("track_process").open('[').close(']').close('}');
        }
        return json + "\n";
    }

    private static void data(JsonText json, InstanceSnapshot instance, Function<String, String> commandOf) {
        InstanceSettings settings = instance.settings();
        var heard = instance.state() == RouterState.BACKUP ? instance.currentMaster() : null;
        json.open('{')
                .string("iname", settings.name())
                .bit("dont_track_primary", !settings.trackPrimary())
                .bit("skip_check_adv_addr", settings.skipCheckAdvAddr())
                .bit("strict_mode", settings.strict())
                .string("vmac_ifname", "")
                .string("ifp_ifname", settings.interfaceName())
                .raw("master_priority", heard == null ? 0 : heard.priority())
                .raw("last_transition", Report.seconds(instance.lastTransitionEpochMicros()));
        garp(json, settings.garp());
        json.bit("lower_prio_no_advert", settings.lowerPrioNoAdvert())
                .bit("higher_prio_send_advert", settings.higherPrioSendAdvert())
                .raw("vrid", settings.virtualRouterId())
                .raw("base_priority", settings.priority())
                .raw("effective_priority", instance.effectivePriority())
                .raw("vipset", instance.vipsSet())
                .raw("promote_secondaries", settings.link().promoteSecondaries())
                .raw("adver_int", Report.general(instance.advertIntervalMicros()))
                .raw("master_adver_int", Report.general(instance.masterAdvertIntervalMicros()))
                .bit("accept", settings.accept())
                .raw("nopreempt", settings.nopreempt())
                .raw("preempt_delay", Report.general(settings.preemptDelayNanos() / NANOS_PER_MICRO))
                .raw("state", instance.state().number())
                .raw("wantstate", instance.wantedState().number())
                .raw("version", settings.version())
                .raw("smtp_alert", settings.smtpAlert())
                .raw("notify_deleted", settings.notifyScripts().reportDeleted());
        scripts(json, settings.notifyScripts());
        lists(json, instance, commandOf);
        Authentication.Type authentication = settings.authentication().type();
        json.raw("auth_type", authentication.ordinal());
        if (authentication != Authentication.Type.NONE) {
            json.string("auth_data", MASK);
        }
        json.close('}');
    }

    private static void garp(JsonText json, Garp garp) {
        json.raw("garp_delay", garp.masterDelayNanos() / NANOS_PER_SECOND)
                .raw("garp_refresh", garp.masterRefreshNanos() / NANOS_PER_SECOND)
                .raw("garp_rep", garp.masterRepeat())
                .raw("garp_refresh_rep", garp.masterRefreshRepeat())
                .raw("garp_lower_prio_delay", garp.lowerPrioDelayNanos() / NANOS_PER_SECOND)
                .raw("garp_lower_prio_rep", garp.lowerPrioRepeat());
    }

    private static void lists(JsonText json, InstanceSnapshot instance, Function<String, String> commandOf) {
        InstanceSettings settings = instance.settings();
        json.strings("vips", InstanceSection.texts(instance.addresses()))
                .strings("evips", InstanceSection.texts(instance.excludedAddresses()))
                .strings("vroutes", instance.routes().stream().map(RouteSnapshot::text).toList())
                .strings("vrules", settings.rules().stream().map(RuleText::of).toList())
                .strings("track_ifp", settings.trackInterfaces().stream().map(TrackedInterface::name).toList())
                .strings("track_script",
                        settings.trackScripts().stream().map(script -> commandOf.apply(script.name())).toList());
    }

    private static void scripts(JsonText json, NotifyScripts notify) {
        command(json, "script_backup", notify.backup());
        command(json, "script_master", notify.master());
        command(json, "script_fault", notify.fault());
        command(json, "script_stop", notify.stop());
        command(json, "script_deleted", notify.deleted());
        command(json, "script", notify.any());
        command(json, "script_master_rx_lower_pri", notify.masterReceivesLower());
    }

    private static void command(JsonText json, String name, ScriptCommand command) {
        if (command != null) {
            json.string(name, command.quoted());
        }
    }

    private static void stats(JsonText json, RouterCounters counters) {
        json.open('{')
                .raw("advert_rcvd", counters.advertsReceived())
                .raw("advert_sent", counters.advertsSent())
                .raw("become_master", counters.becameMaster())
                .raw("release_master", counters.releasedMaster())
                .raw("packet_len_err", counters.lengthErrors())
                .raw("advert_interval_err", counters.intervalErrors())
                .raw("ip_ttl_err", counters.ttlErrors())
                .raw("invalid_type_rcvd", counters.typeErrors())
                .raw("addr_list_err", counters.addressListErrors())
                .raw("invalid_authtype", counters.authenticationTypeUnknown())
                .raw("authtype_mismatch", counters.authenticationTypeMismatch())
                .raw("auth_failure", counters.authenticationFailures());
        EXTENSION_ERRORS.forEach(name -> json.raw(name, 0));
        json.raw("pri_zero_rcvd", counters.priorityZeroReceived())
                .raw("pri_zero_sent", counters.priorityZeroSent())
                .close('}');
    }
}
