package org.jkeepalived.config.settings;

import java.util.List;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/**
 * A vrrp_instance with every default resolved.
 *
 * @param values of {@link #SECTION}
 * @param name unique
 * @param interfaceName interface of the instance
 * @param interfaceExists false with dynamic_interfaces, or where a start waits for it: starts in FAULT
 * @param family of the adverts
 * @param addresses advertised addresses, in order
 * @param excludedAddresses addresses that are set but not advertised
 * @param routes virtual_routes
 * @param rules virtual_rules
 * @param authentication of the adverts
 * @param sourceAddress mcast_src_ip or unicast_src_ip, or null for the interface's first address
 * @param trackSourceAddress track_src_ip
 * @param multicastDestination group the adverts go to when there are no peers
 * @param unicastPeers empty means multicast
 * @param unicastTtl TTL or hop limit of unicast adverts, -1 when not set
 * @param checkUnicastSource drop unicast adverts from addresses that are not peers
 * @param unicastFault unicast was asked for, has no peers and unicast_fault_no_peer forbids multicast: stays in FAULT
 * @param trackInterfaces followed interfaces beside the instance's own
 * @param trackScripts followed scripts
 * @param trackSources followed files, processes and sessions
 * @param trackPrimary false with dont_track_primary
 * @param garp gratuitous messages
 * @param notifyScripts programs told of changes
 * @param syncGroup name of its group, or null
 * @param link what the instance wants of its interface
 * @param unicastChecksum which checksum unicast version 3 adverts over IPv4 have
 * @param timerExpiredPriority
 *        with nopreempt: a master that was not scheduled so long that a backup of this priority took over steps down; 0 when it does not
 */
public record InstanceSettings(
        Values values,
        String name,
        String interfaceName,
        boolean interfaceExists,
        AddressFamily family,
        List<VirtualAddress> addresses,
        List<VirtualAddress> excludedAddresses,
        List<VirtualRoute> routes,
        List<VirtualRule> rules,
        Authentication authentication,
        IpAddress sourceAddress,
        boolean trackSourceAddress,
        IpAddress multicastDestination,
        List<UnicastPeer> unicastPeers,
        int unicastTtl,
        boolean checkUnicastSource,
        boolean unicastFault,
        List<TrackedInterface> trackInterfaces,
        List<TrackedScript> trackScripts,
        TrackedSources trackSources,
        boolean trackPrimary,
        Garp garp,
        NotifyScripts notifyScripts,
        String syncGroup,
        InterfaceSettings link,
        UnicastChecksum unicastChecksum,
        int timerExpiredPriority) {
    private static final String INVALID = "({block}) invalid {name} {word} specified";

    public static final Section SECTION = Section.empty();
    public static final Setting<InitialState> STATE = SECTION.<InitialState>own("state", "MASTER or BACKUP")
            .required()
            .otherwise("MASTER with priority 255, else BACKUP")
            .example("state MASTER")
            .says("Initial wish; a MASTER that does not own its addresses still waits before taking over.");
    public static final Setting<Integer> VIRTUAL_ROUTER_ID = SECTION.whole("virtual_router_id", 1, 255)
            .strict()
            .complains("({block}): VRID '{word}' not valid - must be between 1 & 255")
            .onReload(ReloadEffect.NEW_INSTANCE)
            .example("virtual_router_id 51")
            .says("Router id on this link; mandatory.");
    public static final Setting<Integer> PRIORITY = SECTION.whole("priority", 1, 255)
            .strict()
            .otherwise("255 with state MASTER, else 100")
            .example("priority 150")
            .says("Election priority; 255 is the address owner.");
    public static final Setting<Long> ADVERT_INTERVAL = SECTION.seconds("advert_int", 6, 10_000_000L, 255_000_000_000L)
            .complains("({block}) Advert interval ({word}) not valid! Must be > 0 - ignoring")
            .defaults(1_000_000_000L)
            .example("advert_int 2")
            .says("Seconds between adverts; whole in version 2, steps of 10 ms in version 3.");
    public static final Setting<Boolean> NOPREEMPT = SECTION.flag("nopreempt")
            .says("Do not take over from a live lower priority master.");
    public static final Setting<Long> PREEMPT_DELAY = SECTION.seconds("preempt_delay", 6, 0, 1_000_000_000_000L)
            .defaults(0L)
            .example("preempt_delay 30")
            .says("Seconds between first hearing a lower priority and preempting.");
    public static final Setting<Integer> DOWN_TIMER_ADVERTS = SECTION.whole("down_timer_adverts", 1, 100)
            .complains("({block}): Invalid {name} [1:100] '{word}'")
            .inherits(GlobalSettings.DOWN_TIMER_ADVERTS)
            .example("down_timer_adverts 4")
            .says("Missed adverts that make a backup take over.");
    public static final Setting<Boolean> LOWER_PRIO_NO_ADVERT = SECTION.yesNo("lower_prio_no_advert")
            .complains(INVALID)
            .inherits(GlobalSettings.LOWER_PRIO_NO_ADVERT)
            .says("Stay silent on lower priority adverts.");
    private static final Setting<Boolean> HIGHER_PRIO_SEND_ADVERT = SECTION.yesNo("higher_prio_send_advert")
            .complains(INVALID)
            .inherits(GlobalSettings.HIGHER_PRIO_SEND_ADVERT)
            .says("Send one more advert before yielding.");
    public static final Setting<Boolean> OWNER_IGNORE_ADVERTS = SECTION.yesNo("owner_ignore_adverts")
            .complains(INVALID)
            .inherits(GlobalSettings.OWNER_IGNORE_ADVERTS)
            .otherwise("the value of global_defs")
            .says("A priority 255 instance drops every advert it hears.");
    public static final Setting<Integer> VERSION = SECTION.whole("version", 2, 3)
            .accepting("2 or 3")
            .inherits(GlobalSettings.VRRP_VERSION)
            .otherwise("vrrp_version; 3 for IPv6")
            .example("version 3")
            .says("Protocol version.");
    public static final Setting<Boolean> SKIP_CHECK_ADV_ADDR = SECTION
            .<Boolean>own("skip_check_adv_addr", "true, on, yes, false, off, no or nothing")
            .inherits(GlobalSettings.SKIP_CHECK_ADV_ADDR)
            .says("Do not compare address lists of an unchanged master; any word switches it on.");
    public static final Setting<Boolean> STRICT = SECTION.yesNo("strict_mode")
            .complains(INVALID)
            .inherits(GlobalSettings.STRICT)
            .says("Strict RFC mode.");
    public static final Setting<Boolean> ACCEPT = SECTION.flag("accept")
            .defaults(true)
            .otherwise("on unless strict")
            .says("Answer traffic for the addresses although not the owner.");
    private static final Setting<Boolean> V3_CHECKSUM_AS_V2 = SECTION.yesNo("v3_checksum_as_v2")
            .complains(INVALID)
            .inherits(GlobalSettings.V3_CHECKSUM_AS_V2)
            .otherwise("v3_checksum_as_v2 of global_defs")
            .says("Compute the version 3 checksum over IPv4 without the pseudo header.");
    private static final Setting<Integer> DEBUG = SECTION.whole("debug", 0, 4)
            .complains("({block}) Debug value '{word}' not valid; must be between 0-4")
            .defaults(0)
            .example("debug 2")
            .says("Debug level.");
    private static final Setting<Boolean> SMTP_ALERT = SECTION.yesNo("smtp_alert")
            .complains("Invalid vrrp_instance smtp_alert parameter {word}")
            .inherits(Mail.ALERT_VRRP)
            .defaults(false)
            .withoutEffect("no mail is sent by this version")
            .says("Mail on changes of the instance.");
    public static final Setting<Boolean> NOTIFY_PRIORITY_CHANGES = SECTION.yesNo("notify_priority_changes")
            .complains("({block}) Invalid value '{word}' for {name} specified")
            .inherits(GlobalSettings.NOTIFY_PRIORITY_CHANGES)
            .withoutEffect("there is no notify FIFO in this version")
            .says("Priority lines for this instance.");

    public InstanceSettings {
        addresses = List.copyOf(addresses);
        excludedAddresses = List.copyOf(excludedAddresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        unicastPeers = List.copyOf(unicastPeers);
        trackInterfaces = List.copyOf(trackInterfaces);
        trackScripts = List.copyOf(trackScripts);
    }

    /** Initial wish; MASTER when the priority is 255. */
    public InitialState state() {
        return values.get(STATE);
    }

    /** 1..255. */
    public int virtualRouterId() {
        return values.get(VIRTUAL_ROUTER_ID);
    }

    /** 1..255, 255 is the address owner. */
    public int priority() {
        return values.get(PRIORITY);
    }

    /** Whole seconds in version 2, steps of 10 ms up to 40.95 s in version 3. */
    public long advertIntervalNanos() {
        return values.get(ADVERT_INTERVAL);
    }

    /** 2 or 3. */
    public int version() {
        return values.get(VERSION);
    }

    /** Whether it does not take over from a live lower priority master. */
    public boolean nopreempt() {
        return values.get(NOPREEMPT);
    }

    /** Pause before preempting. */
    public long preemptDelayNanos() {
        return values.get(PREEMPT_DELAY);
    }

    /** Whether it stays silent on lower priority adverts. */
    public boolean lowerPrioNoAdvert() {
        return values.get(LOWER_PRIO_NO_ADVERT);
    }

    /** Whether it sends one more advert before yielding. */
    public boolean higherPrioSendAdvert() {
        return values.get(HIGHER_PRIO_SEND_ADVERT);
    }

    /** Missed adverts that make a backup take over. */
    public int downTimerAdverts() {
        return values.get(DOWN_TIMER_ADVERTS);
    }

    /** Whether address lists of an unchanged master are not compared. */
    public boolean skipCheckAdvAddr() {
        return values.get(SKIP_CHECK_ADV_ADDR);
    }

    /** Strict RFC mode. */
    public boolean strict() {
        return values.get(STRICT);
    }

    /** Whether it answers traffic to the addresses although not the owner. */
    public boolean accept() {
        return values.get(ACCEPT);
    }

    /** Whether version 3 IPv4 checksums are computed without pseudo header. */
    public boolean v3ChecksumAsV2() {
        return values.get(V3_CHECKSUM_AS_V2);
    }

    /** Whether it drops what it hears; only at priority 255. */
    public boolean ownerIgnoreAdverts() {
        return values.get(OWNER_IGNORE_ADVERTS);
    }

    /** Mail on changes. */
    public boolean smtpAlert() {
        return values.get(SMTP_ALERT);
    }

    /** Priority lines in the FIFO. */
    public boolean notifyPriorityChanges() {
        return values.get(NOTIFY_PRIORITY_CHANGES);
    }

    /** 0..4. */
    public int debug() {
        return values.get(DEBUG);
    }

    /** What makes it the same one across a reload. */
    public InstanceIdentity identity() {
        return new InstanceIdentity(family, interfaceName, virtualRouterId(), unicast(),
                unicast() ? sourceAddress : multicastDestination);
    }

    /** The password of clear text authentication as {@link Authentication} has it, or null without it. */
    public String password() {
        return authentication.type() == Authentication.Type.PASS ? authentication.password() : null;
    }

    /** Whether the adverts go to peers instead of a group. */
    public boolean unicast() {
        return !unicastPeers.isEmpty();
    }
}
