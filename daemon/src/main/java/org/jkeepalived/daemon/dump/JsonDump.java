package org.jkeepalived.daemon.dump;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Authentication;

/** keepalived.json: one object per instance with its data and its counters. */
public final class JsonDump {
    private static final String MASK = "********";

    private JsonDump() {}

    /**
     * The file's text, one line.
     *
     * @param version of the layout: 1 is an array of instances, 2 an object with the array under {@code vrrp}
     */
    public static String render(DumpSnapshot snapshot, int version) {
        var commands = snapshot.scripts()
                .stream()
                .collect(Collectors.toMap(ScriptSnapshot::name, script -> script.command().quoted(), (one, _) -> one));
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
        var options = instance.options();
        var garp = instance.garp();
        var heard = instance.state() == DumpState.BACKUP ? instance.currentMaster() : null;
        json.open('{')
                .string("iname", instance.name())
                .bit("dont_track_primary", options.dontTrackPrimary())
                .bit("skip_check_adv_addr", options.skipCheckAdvertAddresses())
                .bit("strict_mode", options.strict())
                .string("vmac_ifname", "")
                .string("ifp_ifname", instance.interfaceName())
                .raw("master_priority", heard == null ? 0 : heard.priority())
                .raw("last_transition", Report.seconds(instance.lastTransitionEpochMicros()))
                .raw("garp_delay", garp.delaySeconds())
                .raw("garp_refresh", garp.refreshSeconds())
                .raw("garp_rep", garp.repeat())
                .raw("garp_refresh_rep", garp.refreshRepeat())
                .raw("garp_lower_prio_delay", garp.lowerPriorityDelaySeconds())
                .raw("garp_lower_prio_rep", garp.lowerPriorityRepeat())
                .bit("lower_prio_no_advert", options.lowerPriorityNoAdvert())
                .bit("higher_prio_send_advert", options.higherPrioritySendAdvert())
                .raw("vrid", instance.virtualRouterId())
                .raw("base_priority", instance.basePriority())
                .raw("effective_priority", instance.effectivePriority())
                .raw("vipset", instance.vipsSet())
                .raw("promote_secondaries", options.promoteSecondaries())
                .raw("adver_int", Report.general(instance.advertIntervalMicros()))
                .raw("master_adver_int", Report.general(instance.masterAdvertIntervalMicros()))
                .bit("accept", options.accept())
                .raw("nopreempt", options.nopreempt())
                .raw("preempt_delay", Report.general(options.preemptDelayMicros()))
                .raw("state", instance.state().number())
                .raw("wantstate", instance.wantedState().number())
                .raw("version", instance.version())
                .raw("smtp_alert", options.smtpAlert())
                .raw("notify_deleted", options.notifyDeleted());
        scripts(json, instance.notifyCommands());
        json.strings("vips", texts(instance.addresses()))
                .strings("evips", texts(instance.excludedAddresses()))
                .strings("track_ifp",
                        instance.trackedInterfaces().stream().map(InstanceSnapshot.Tracked::name).toList())
                .strings("track_script",
                        instance.trackedScripts().stream().map(tracked -> commandOf.apply(tracked.name())).toList())
                .raw("auth_type", instance.authentication().ordinal());
        if (instance.authentication() != Authentication.NONE) {
            json.string("auth_data", MASK);
        }
        json.close('}');
    }

    private static void scripts(JsonText json, NotifyCommands notify) {
        command(json, "script_backup", notify.backup());
        command(json, "script_master", notify.master());
        command(json, "script_fault", notify.fault());
        command(json, "script_stop", notify.stop());
        command(json, "script_deleted", notify.deleted());
        command(json, "script", notify.generic());
        command(json, "script_master_rx_lower_pri", notify.masterRxLowerPriority());
    }

    private static void command(JsonText json, String name, NotifyCommands.Command command) {
        if (command != null) {
            json.string(name, command.quoted());
        }
    }

    private static List<String> texts(List<AddressSnapshot> addresses) {
        return addresses.stream().map(AddressSnapshot::text).toList();
    }

    private static void stats(JsonText json, CounterSnapshot counters) {
        json.open('{')
                .raw("advert_rcvd", counters.advertsReceived())
                .raw("advert_sent", counters.advertsSent())
                .raw("become_master", counters.becameMaster())
                .raw("release_master", counters.releasedMaster())
                .raw("packet_len_err", counters.packet().length())
                .raw("advert_interval_err", counters.packet().advertInterval())
                .raw("ip_ttl_err", counters.packet().ttl())
                .raw("invalid_type_rcvd", counters.packet().invalidType())
                .raw("addr_list_err", counters.packet().addressList())
                .raw("invalid_authtype", counters.authentication().invalidType())
                .raw("authtype_mismatch", counters.authentication().typeMismatch())
                .raw("auth_failure", counters.authentication().failure())
                .raw("auth_ext_missing", counters.extension().missing())
                .raw("auth_ext_malformed", counters.extension().malformed())
                .raw("auth_ext_unknown_key", counters.extension().unknownKey())
                .raw("auth_ext_invalid_hmac", counters.extension().invalidHmac())
                .raw("auth_ext_stale", counters.extension().stale())
                .raw("auth_ext_replay", counters.extension().replay())
                .raw("pri_zero_rcvd", counters.priorityZeroReceived())
                .raw("pri_zero_sent", counters.priorityZeroSent())
                .close('}');
    }
}
