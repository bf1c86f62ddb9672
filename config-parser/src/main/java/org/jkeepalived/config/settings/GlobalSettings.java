package org.jkeepalived.config.settings;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.SettingBuilder;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.net.IpAddress;

/**
 * global_defs with its defaults; what instances inherit is already in their records and repeated here for the dumps.
 *
 * @param values of {@link #SECTION}
 * @param mail alert mail
 * @param scriptUser script_user as written, or null
 * @param garp vrrp_garp_*, as an instance has them that sets none
 * @param startupDelayNanos vrrp_startup_delay or what is left of vrrp_delay_after_boot, the larger
 * @param processes titles and scheduling of keepalived's processes
 * @param scripts the daemon's own scripts and how scripts are run
 * @param fifos named pipes for state changes
 * @param snmp the SNMP agent
 * @param dbus the objects on the system bus
 * @param firewall packet filters
 * @param buffers receive buffers of sockets
 * @param reloading what surrounds a reload
 * @param dumps where dump files go
 * @param directories other directories
 * @param vmac defaults of interfaces with a virtual MAC address
 * @param lvs IPVS and its checkers
 */
public record GlobalSettings(
        Values values,
        Mail mail,
        String scriptUser,
        Garp garp,
        long startupDelayNanos,
        Processes processes,
        ScriptOptions scripts,
        NotifyFifos fifos,
        Snmp snmp,
        Dbus dbus,
        Firewall firewall,
        SocketBuffers buffers,
        Reloading reloading,
        DumpFiles dumps,
        Directories directories,
        VmacDefaults vmac,
        LvsSettings lvs) {
    private static final String INVALID = "Invalid value for {name} specified";
    private static final String RAISED = "{name} must be greater than 0, setting to 1";
    private static final long GARP_SECONDS = 4294;
    private static final String OWN_PRIORITY = "the daemon does not change its own priority";
    private static final long UNSIGNED = 0xffff_ffffL;

    public static final Section SECTION = Section.empty();
    public static final Setting<String> ROUTER_ID = SECTION.word("router_id", "TEXT")
            .missing("routerid name missing - ignoring", "a name")
            .otherwise("the host name")
            .example("router_id LB_1")
            .says("Name of this machine in mail, SNMP and dumps.");
    public static final Setting<Boolean> SCRIPT_SECURITY = SECTION.flag("enable_script_security")
            .says("Refuse to run as root a script that somebody else could modify.");
    public static final Setting<String> DEFAULT_INTERFACE = SECTION.word("default_interface", "IFNAME")
            .missing("default_interface requires interface name")
            .defaults("eth0")
            .example("default_interface eth1")
            .says("Interface of static addresses without dev.");
    /** What follows the keyword: nothing or {@link #ALLOW_CHANGES}; null without it. */
    public static final Setting<String> DYNAMIC_INTERFACES = SECTION.word("dynamic_interfaces", "[allow_if_changes]")
            .otherwise("off")
            .says("Accept interfaces that do not exist yet.");
    public static final String ALLOW_CHANGES = "allow_if_changes";
    private static final Setting<Boolean> LOG_UNKNOWN_VRIDS = SECTION.flag("log_unknown_vrids")
            .says("Log adverts for router ids that are not configured.");
    public static final Setting<Integer> VRRP_VERSION = SECTION.whole("vrrp_version", 2, 3)
            .complains("VRRP Error: Version must be either 2 or 3")
            .defaults(2)
            .example("vrrp_version 3")
            .says("Protocol version of instances that set none; IPv6 is always 3.");
    public static final Setting<Boolean> STRICT = off("vrrp_strict").says("Enforce the RFC on every instance.");
    public static final Setting<Boolean> SKIP_CHECK_ADV_ADDR = off("vrrp_skip_check_adv_addr")
            .says("Do not compare the address lists of adverts of an unchanged master.");
    public static final Setting<Boolean> CHECK_UNICAST_SOURCE = SECTION.flag("vrrp_check_unicast_src")
            .says("Drop unicast adverts from addresses that are not peers.");
    public static final Setting<IpAddress> MCAST_GROUP_4 = SECTION
            .<IpAddress>own("vrrp_mcast_group4", "an IPv4 multicast address")
            .required()
            .defaults(IpAddress.parse("224.0.0.18"))
            .example("vrrp_mcast_group4 224.0.0.19")
            .says("Destination of IPv4 adverts.");
    public static final Setting<IpAddress> MCAST_GROUP_6 = SECTION
            .<IpAddress>own("vrrp_mcast_group6", "an IPv6 multicast address")
            .required()
            .defaults(IpAddress.parse("ff02::12"))
            .example("vrrp_mcast_group6 ff02::13")
            .says("Destination of IPv6 adverts.");
    public static final Setting<Long> STARTUP_DELAY = delay("vrrp_startup_delay")
            .says("Hold all VRRP timers this long after start.");
    public static final Setting<Long> DELAY_AFTER_BOOT = delay("vrrp_delay_after_boot")
            .says("As vrrp_startup_delay, measured from the system's boot; the larger one wins.");
    public static final Setting<Boolean> LOWER_PRIO_NO_ADVERT = off("vrrp_lower_prio_no_advert")
            .says("Stay silent when a master hears a lower priority.");
    public static final Setting<Boolean> HIGHER_PRIO_SEND_ADVERT = off("vrrp_higher_prio_send_advert")
            .says("Send one more advert before yielding to a higher priority.");
    public static final Setting<Boolean> OWNER_IGNORE_ADVERTS = off("vrrp_owner_ignore_adverts")
            .says("Priority 255 instances drop every advert they hear.");
    public static final Setting<Integer> DOWN_TIMER_ADVERTS = SECTION.whole("vrrp_down_timer_adverts", 1, 100)
            .complains("Invalid {name} [1:100] '{word}'")
            .defaults(3)
            .example("vrrp_down_timer_adverts 4")
            .says("Missed adverts that make a backup take over.");
    public static final Setting<Boolean> NOTIFY_PRIORITY_CHANGES = off("vrrp_notify_priority_changes")
            .complains("Invalid value '{word}' for global {name} specified")
            .example("vrrp_notify_priority_changes")
            .withoutEffect("there is no notify FIFO in this version")
            .says("Write priority changes to the FIFO.");
    public static final Setting<Boolean> V3_CHECKSUM_AS_V2 = SECTION.flag("v3_checksum_as_v2")
            .says("Compute the VRRPv3 checksum over IPv4 without the pseudo header.");
    static final Setting<Long> GARP_MASTER_DELAY = garp("master_delay", GARP_SECONDS)
            .complains("{name} '{word}' invalid - ignoring")
            .workedOut(values -> values.get(GlobalSettings.MINIMAL_GARP) ? 0L : 5L)
            .otherwise("5")
            .says("Seconds before the second burst after becoming master; 0 for none.");
    static final Setting<Long> GARP_MASTER_REPEAT = garp("master_repeat", UNSIGNED)
            .complains("{name} '{word}' invalid - ignoring")
            .raisesTo(1, RAISED)
            .workedOut(values -> values.get(GlobalSettings.MINIMAL_GARP) ? 1L : 5L)
            .otherwise("5")
            .says("Packets per address in each burst.");
    public static final Setting<Long> GARP_MASTER_REFRESH = garp("master_refresh", UNSIGNED)
            .complains("Invalid {name} '{word}' - ignoring")
            .defaults(0L)
            .says("Seconds between refreshes while master; 0 for none.");
    static final Setting<Long> GARP_MASTER_REFRESH_REPEAT = garp("master_refresh_repeat", UNSIGNED)
            .complains("{name} '{word}' invalid - ignoring")
            .raisesTo(1, RAISED)
            .defaults(1L)
            .says("Packets per refresh.");
    static final Setting<Long> GARP_LOWER_PRIO_DELAY = garp("lower_prio_delay", GARP_SECONDS)
            .complains("{name} '{word}' invalid - ignoring")
            .fallsBackTo(GARP_MASTER_DELAY)
            .says("Seconds before the second burst after hearing a lower priority advert as master.");
    static final Setting<Long> GARP_LOWER_PRIO_REPEAT = garp("lower_prio_repeat", Integer.MAX_VALUE)
            .complains("Invalid {name} '{word}'")
            .workedOut(values -> Math.min(values.get(GARP_MASTER_REPEAT), Integer.MAX_VALUE))
            .otherwise("vrrp_garp_master_repeat")
            .says("Packets after hearing a lower priority advert as master.");
    private static final Setting<Long> GARP_INTERVAL = interval("vrrp_garp_interval")
            .says("Least gap between gratuitous ARPs on an interface.");
    private static final Setting<Long> GNA_INTERVAL = interval("vrrp_gna_interval")
            .says("Least gap between unsolicited neighbour advertisements on an interface.");
    public static final Setting<Boolean> MINIMAL_GARP = off("vrrp_min_garp")
            .says("One gratuitous message and no second burst, for the settings that are not given.");
    public static final Setting<Integer> MAX_AUTO_PRIORITY = SECTION.whole("max_auto_priority", -1, 99)
            .accepting("a whole number -1..99 or nothing")
            .bare(99)
            .complains("{name} '{word}' must be in [0, 99] (or -1 to disable) - ignoring")
            .defaults(0)
            .otherwise("0, off")
            .example("max_auto_priority 50")
            .withoutEffect(OWN_PRIORITY)
            .says("Ceiling of the realtime priority that the daemon may raise itself to; -1 turns it off without an advisory.");
    private static final Setting<Long> MIN_AUTO_PRIORITY_DELAY = SECTION.wide("min_auto_priority_delay", 1, 10_000_000)
            .accepting("microseconds 1..10000000")
            .missing("{name} requires delay time")
            .complains("{name} '{word}' must be in [1, 10000000] - ignoring")
            .defaults(1_000_000L)
            .example("min_auto_priority_delay 500000")
            .withoutEffect(OWN_PRIORITY)
            .says("How late a timer must be before the automatic priority is raised.");
    public static final Setting<Integer> UMASK = SECTION.<Integer>own("umask", "a number 0..0777 or BIT[|BIT...]")
            .required()
            .otherwise("0177")
            .onReload(ReloadEffect.NEEDS_RESTART)
            .example("umask IWGRP|IWOTH")
            .written(bits -> "0" + Integer.toOctalString(bits))
            .says("Mode mask of files that the daemon creates.");
    private static final Setting<Integer> JSON_VERSION = SECTION.whole("json_version", 1, 2)
            .accepting("1 or 2")
            .missing("{name} missing - ignoring")
            .complains("Invalid {name} '{word}' - ignoring")
            .defaults(1)
            .example("json_version 2")
            .says("Layout of the JSON dump.");
    /** The words of each line, on which the reader of files acts; null without one. */
    public static final Setting<List<String>> INCLUDE_CHECK = SECTION
            .<List<String>>own("include_check", "[[+-]read] [[+-]match] [[+-]wildcard_match] [[+-]brace_match]")
            .otherwise("off; alone: all four")
            .example("include_check match")
            .says("Which problems of later include lines end the reading.");
    public static final Setting<Boolean> FIFO_STATES_ON_RELOAD = SECTION.flag("fifo_write_vrrp_states_on_reload")
            .withoutEffect("there is no notify FIFO in this version")
            .says("Write the state of every instance and group to the FIFOs after a reload.");
    public static final Setting<Boolean> DISABLE_LOCAL_IGMP = SECTION.flag("disable_local_igmp")
            .onReload(ReloadEffect.REFUSED)
            .notYet()
            .says("Send no membership reports for link-local groups.");
    public static final Setting<Long> RANDOM_SEED = SECTION.wide("random_seed", 0, UNSIGNED)
            .strict()
            .complains("{name} {word} invalid")
            .otherwise("from the clock")
            .example("random_seed 42")
            .withoutEffect("keepalived's random numbers do not repeat with it either")
            .says("Seed of the numbers of ${_RANDOM}.");

    private static SettingBuilder<Long> garp(String name, long most) {
        return SECTION.wide("vrrp_garp_" + name, 0, most).example("vrrp_garp_" + name + " 3");
    }

    private static SettingBuilder<Long> interval(String name) {
        return SECTION.seconds(name, 6, 1_000L, 4_294_967_295_000L)
                .complains("{name} '{word}' is invalid")
                .explains("0",
                        "{name} is the pause between two packets: 0 switches nothing off, and no such line is no pause")
                .largeFrom(1_000_000_000L)
                .otherwise("0, no gap")
                .example(name + " 0.01");
    }

    private static SettingBuilder<Boolean> off(String name) {
        return SECTION.yesNo(name).complains(INVALID).defaults(false);
    }

    private static SettingBuilder<Long> delay(String name) {
        return SECTION.seconds(name, 6, 1_000_000L, 4_294_967_295_000L)
                .complains("{name} '{word}' is invalid")
                .largeFrom(60_000_000_000L)
                .defaults(0L)
                .onReload(ReloadEffect.NEEDS_RESTART)
                .example(name + " 5.5");
    }

    /** Name of this machine, the host name by default. */
    public String routerId() {
        return values.get(ROUTER_ID);
    }

    /** enable_script_security. */
    public boolean scriptSecurity() {
        return values.get(SCRIPT_SECURITY);
    }

    /** Interface of static addresses without dev. */
    public String defaultInterface() {
        return values.get(DEFAULT_INTERFACE);
    }

    /** Whether instances may name interfaces that do not exist yet. */
    public boolean dynamicInterfaces() {
        return values.get(DYNAMIC_INTERFACES) != null;
    }

    /** dynamic_interfaces allow_if_changes. */
    public boolean allowInterfaceChanges() {
        return ALLOW_CHANGES.equals(values.get(DYNAMIC_INTERFACES));
    }

    /** Whether adverts for router ids that are not configured are logged. */
    public boolean logUnknownVrids() {
        return values.get(LOG_UNKNOWN_VRIDS);
    }

    /** 2 or 3. */
    public int vrrpVersion() {
        return values.get(VRRP_VERSION);
    }

    /** vrrp_strict. */
    public boolean strict() {
        return values.get(STRICT);
    }

    /** vrrp_skip_check_adv_addr. */
    public boolean skipCheckAdvAddr() {
        return values.get(SKIP_CHECK_ADV_ADDR);
    }

    /** vrrp_check_unicast_src. */
    public boolean checkUnicastSource() {
        return values.get(CHECK_UNICAST_SOURCE);
    }

    /** Destination of IPv4 adverts. */
    public IpAddress mcastGroup4() {
        return values.get(MCAST_GROUP_4);
    }

    /** Destination of IPv6 adverts. */
    public IpAddress mcastGroup6() {
        return values.get(MCAST_GROUP_6);
    }

    /** Whether a master stays silent on lower priority adverts. */
    public boolean lowerPrioNoAdvert() {
        return values.get(LOWER_PRIO_NO_ADVERT);
    }

    /** Whether one more advert is sent before yielding. */
    public boolean higherPrioSendAdvert() {
        return values.get(HIGHER_PRIO_SEND_ADVERT);
    }

    /** Missed adverts that make a backup take over. */
    public int downTimerAdverts() {
        return values.get(DOWN_TIMER_ADVERTS);
    }

    /** vrrp_notify_priority_changes. */
    public boolean notifyPriorityChanges() {
        return values.get(NOTIFY_PRIORITY_CHANGES);
    }

    /** Whether version 3 IPv4 checksums are computed without pseudo header. */
    public boolean v3ChecksumAsV2() {
        return values.get(V3_CHECKSUM_AS_V2);
    }

    /** 0 not set, -1 off without an advisory, else the ceiling. */
    public int maxAutoPriority() {
        return values.get(MAX_AUTO_PRIORITY);
    }

    /** How late a timer must be before the priority is raised. */
    public long minAutoPriorityDelayNanos() {
        return values.get(MIN_AUTO_PRIORITY_DELAY) * 1_000;
    }

    /** Mode mask of created files, or -1 when not set. */
    public int umask() {
        Integer bits = values.get(UMASK);
        return bits == null ? -1 : bits;
    }

    /** Layout of the JSON dump, 1 or 2. */
    public int jsonVersion() {
        return values.get(JSON_VERSION);
    }

    /** Which problems of a plain include line end the reading, as the last include_check leaves it. */
    public IncludeCheck includeCheck() {
        IncludeCheck check = IncludeCheck.NONE;
        List<String> lines = values.get(INCLUDE_CHECK);
        for (String words : lines == null ? List.<String>of() : lines) {
            check = IncludeCheck.ofArguments(words.isEmpty() ? List.of() : List.of(words.split(" ")), check);
        }
        return check;
    }

    /** Whether no membership reports are sent for link-local groups. */
    public boolean disableLocalIgmp() {
        return values.get(DISABLE_LOCAL_IGMP);
    }

    /** random_seed, empty when not set. */
    public OptionalLong randomSeed() {
        Long seed = values.get(RANDOM_SEED);
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** Least gap between gratuitous ARPs of an interface, 0 none. */
    public long garpIntervalNanos() {
        return pause(GARP_INTERVAL);
    }

    /** Least gap between neighbour advertisements of an interface, 0 none. */
    public long gnaIntervalNanos() {
        return pause(GNA_INTERVAL);
    }

    private long pause(Setting<Long> setting) {
        Long nanos = values.get(setting);
        return nanos == null ? 0 : nanos;
    }

    /** Whether priority 255 instances drop what they hear. */
    public boolean ownerIgnoreAdverts() {
        return values.get(OWNER_IGNORE_ADVERTS);
    }
}
