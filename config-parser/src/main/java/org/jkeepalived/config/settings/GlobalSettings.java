package org.jkeepalived.config.settings;

import java.util.OptionalLong;
import org.jkeepalived.net.IpAddress;

/**
 * global_defs with its defaults; what instances inherit is already in their records and repeated here for the dumps.
 *
 * @param routerId name of this machine, the host name by default
 * @param mail alert mail
 * @param scriptUser script_user as written, or null
 * @param scriptSecurity enable_script_security
 * @param vrrpVersion 2 or 3
 * @param garp vrrp_garp_*
 * @param garpIntervalNanos least gap between gratuitous ARPs of an interface, 0 none
 * @param gnaIntervalNanos least gap between neighbour advertisements of an interface, 0 none
 * @param strict vrrp_strict
 * @param skipCheckAdvAddr vrrp_skip_check_adv_addr
 * @param checkUnicastSource vrrp_check_unicast_src
 * @param mcastGroup4 destination of IPv4 adverts
 * @param mcastGroup6 destination of IPv6 adverts
 * @param startupDelayNanos vrrp_startup_delay or what is left of vrrp_delay_after_boot, the larger
 * @param lowerPrioNoAdvert stay silent on lower priority adverts
 * @param higherPrioSendAdvert one more advert before yielding
 * @param downTimerAdverts missed adverts that make a backup take over
 * @param defaultInterface for static addresses without dev
 * @param dynamicInterfaces instances may name interfaces that do not exist yet
 * @param allowInterfaceChanges dynamic_interfaces allow_if_changes
 * @param maxAutoPriority 0 not set, -1 off without an advisory, else the ceiling
 * @param minAutoPriorityDelayNanos how late a timer must be before the priority is raised
 * @param processes titles and scheduling of keepalived's processes
 * @param umask mode mask of created files, or -1 when not set
 * @param jsonVersion layout of the JSON dump, 1 or 2
 * @param notifyPriorityChanges vrrp_notify_priority_changes
 * @param logUnknownVrids log adverts for router ids that are not configured
 * @param v3ChecksumAsV2 compute version 3 IPv4 checksums without pseudo header
 * @param ownerIgnoreAdverts priority 255 instances drop what they hear
 * @param includeCheck which problems of a plain include line end the reading, as the last include_check leaves it
 * @param disableLocalIgmp no membership reports are sent for link-local groups
 * @param randomSeed random_seed, empty when not set
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
        String routerId,
        Mail mail,
        String scriptUser,
        boolean scriptSecurity,
        int vrrpVersion,
        Garp garp,
        long garpIntervalNanos,
        long gnaIntervalNanos,
        boolean strict,
        boolean skipCheckAdvAddr,
        boolean checkUnicastSource,
        IpAddress mcastGroup4,
        IpAddress mcastGroup6,
        long startupDelayNanos,
        boolean lowerPrioNoAdvert,
        boolean higherPrioSendAdvert,
        int downTimerAdverts,
        String defaultInterface,
        boolean dynamicInterfaces,
        boolean allowInterfaceChanges,
        int maxAutoPriority,
        long minAutoPriorityDelayNanos,
        Processes processes,
        int umask,
        int jsonVersion,
        boolean notifyPriorityChanges,
        boolean logUnknownVrids,
        boolean v3ChecksumAsV2,
        boolean ownerIgnoreAdverts,
        IncludeCheck includeCheck,
        boolean disableLocalIgmp,
        OptionalLong randomSeed,
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
        LvsSettings lvs) {}
