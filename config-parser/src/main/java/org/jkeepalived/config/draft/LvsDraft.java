package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.LvsSettings;
import org.jkeepalived.config.settings.LvsSettings.FlushAtStop;

/** The keywords of global_defs about IPVS and its checkers while they are read; the initial values are the defaults. */
public final class LvsDraft {
    private static final int NFTABLES_PRIORITY = -1;
    private static final long NFTABLES_FIRST_MARK = 1000;

    /** Seconds; 0 for the kernel's value. */
    public long tcpTimeoutSeconds;
    /** Seconds; 0 for the kernel's value. */
    public long tcpFinTimeoutSeconds;
    /** Seconds; 0 for the kernel's value. */
    public long udpTimeoutSeconds;
    /** lvs_flush. */
    public boolean flushAtStart;
    /** lvs_flush_on_stop. */
    public FlushAtStop flushAtStop = FlushAtStop.NOTHING;
    /** lvs_sync_daemon, or null. */
    public SyncDaemonDraft syncDaemon;
    /** nftables_ipvs, or null. */
    public String nftablesTable;
    /** nftables_ipvs_priority, or null. */
    public Integer nftablesPriority;
    /** nftables_ipvs_start_fwmark, or null. */
    public Long nftablesFirstMark;
    /** smtp_alert_checker, or null. */
    public Boolean smtpAlert;
    /** checker_log_all_failures, or null. */
    public Boolean logAllFailures;
    /** rs_init_notifies, or null. */
    public Boolean initialNotifies;

    /** The settings. */
    public LvsSettings settings() {
        return new LvsSettings(tcpTimeoutSeconds, tcpFinTimeoutSeconds, udpTimeoutSeconds, flushAtStart, flushAtStop,
                syncDaemon == null ? null : syncDaemon.settings(), nftablesTable,
                nftablesPriority == null ? NFTABLES_PRIORITY : nftablesPriority,
                nftablesFirstMark == null ? NFTABLES_FIRST_MARK : nftablesFirstMark, smtpAlert,
                Boolean.TRUE.equals(logAllFailures), Boolean.TRUE.equals(initialNotifies));
    }
}
