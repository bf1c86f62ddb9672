package org.jkeepalived.config.settings;

/**
 * The settings of global_defs about IPVS and its checkers.
 *
 * @param tcpTimeoutSeconds lvs_timeouts tcp; 0 for the kernel's value
 * @param tcpFinTimeoutSeconds lvs_timeouts tcpfin; 0 for the kernel's value
 * @param udpTimeoutSeconds lvs_timeouts udp; 0 for the kernel's value
 * @param flushAtStart all entries of the kernel's table are deleted first
 * @param flushAtStop what is deleted at the end
 * @param syncDaemon connection synchronization, or null
 * @param nftablesTable table that maps a group onto one mark, or null
 * @param nftablesPriority of that table's chains
 * @param nftablesFirstMark first mark that is given out
 * @param smtpAlert smtp_alert_checker, or null
 * @param logAllFailures each failed probe is logged
 * @param initialNotifies notify_up and notify_down run for the first known state too
 */
public record LvsSettings(
        long tcpTimeoutSeconds,
        long tcpFinTimeoutSeconds,
        long udpTimeoutSeconds,
        boolean flushAtStart,
        FlushAtStop flushAtStop,
        SyncDaemonSettings syncDaemon,
        String nftablesTable,
        int nftablesPriority,
        long nftablesFirstMark,
        Boolean smtpAlert,
        boolean logAllFailures,
        boolean initialNotifies) {
    /** lvs_flush_on_stop. */
    public enum FlushAtStop {
        NOTHING,
        EVERYTHING,
        CONFIGURED
    }
}
