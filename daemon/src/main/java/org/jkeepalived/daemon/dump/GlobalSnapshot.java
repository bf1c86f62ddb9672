package org.jkeepalived.daemon.dump;

import java.util.List;

/**
 * The settings of global_defs in force.
 *
 * @param networkNamespace its name, empty for the one that the daemon was started in
 * @param dynamicInterfaces whether interfaces may appear later
 * @param allowInterfaceChanges whether an interface's type may change; only with {@code dynamicInterfaces}
 * @param maxAutoPriority 0 when unset
 * @param umask as bits
 * @param startupDelayMicros 0 when there is none
 */
public record GlobalSnapshot(
        String networkNamespace,
        String routerId,
        Mail mail,
        boolean dynamicInterfaces,
        boolean allowInterfaceChanges,
        String defaultInterface,
        Vrrp vrrp,
        GarpSettings garp,
        Firewall firewall,
        int maxAutoPriority,
        long minAutoPriorityDelayMicros,
        ProcessSettings process,
        Scripts scripts,
        int umask,
        long startupDelayMicros,
        boolean logUnknownVrids) {
    /**
     * The mail settings.
     *
     * @param server the server's address, empty when mail is not configured; the lines about the server are then left out
     * @param helo the name that is used in HELO, empty when unset
     * @param from the sender, empty when unset
     * @param to the recipients
     * @param smtpAlert null when unset
     * @param smtpAlertVrrp null when unset
     * @param smtpAlertChecker null when unset
     */
    public record Mail(
            String server,
            int port,
            String helo,
            int timeoutSeconds,
            String from,
            List<String> to,
            Boolean smtpAlert,
            Boolean smtpAlertVrrp,
            Boolean smtpAlertChecker) {
        /** Copies the list. */
        public Mail {
            to = List.copyOf(to);
        }

        /** No mail at all. */
        public static Mail none() {
            return new Mail("", 25, "", 30, "", List.of(), null, null, null);
        }
    }

    /**
     * The defaults of instances.
     *
     * @param version 2 or 3
     * @param garpIntervalMicros pause between gratuitous ARPs
     * @param naIntervalMicros pause between unsolicited NAs
     */
    public record Vrrp(
            int version,
            String multicastGroup4,
            String multicastGroup6,
            int downTimerAdverts,
            boolean lowerPriorityNoAdvert,
            boolean higherPrioritySendAdvert,
            long garpIntervalMicros,
            long naIntervalMicros,
            boolean checkUnicastSource,
            boolean skipCheckAdvertAddresses,
            boolean strict,
            boolean notifyPriorityChanges,
            boolean fifoWriteStatesOnReload) {}

    /**
     * The firewall's lines, shown when nftables is in use.
     *
     * @param table the table's name, empty when nftables is not in use
     * @param chainPriority of the base chains
     */
    public record Firewall(String table, int chainPriority) {}

    /**
     * How the process is scheduled.
     *
     * @param priority nice value, 0 is the default
     * @param realtimePriority 0 is none
     */
    public record ProcessSettings(int priority, boolean noSwap, int realtimePriority, long realtimeLimitMicros) {}

    /** Script security and the default identity of scripts. */
    public record Scripts(boolean security, int uid, int gid) {}
}
