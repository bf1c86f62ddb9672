package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.SettingBuilder;
import org.jkeepalived.config.setting.Values;

/**
 * The settings of global_defs about IPVS and its checkers.
 *
 * @param values of {@link #SECTION}
 * @param syncDaemon connection synchronization, or null
 */
public record LvsSettings(Values values, SyncDaemonSettings syncDaemon) {
    public static final Section SECTION = Section.empty();
    public static final Setting<Timeouts> TIMEOUTS = SECTION
            .<Timeouts>own("lvs_timeouts", "[tcp N] [tcpfin N] [udp N], seconds 0..2678400")
            .notYet()
            .defaults(new Timeouts(0, 0, 0))
            .otherwise("the kernel's values")
            .example("lvs_timeouts tcp 7200 tcpfin 30 udp 300")
            .written(Timeouts::asWritten)
            .says("Timeouts of connections in IPVS.");
    private static final Setting<Boolean> FLUSH_AT_START = SECTION.flag("lvs_flush")
            .notYet()
            .onReload(ReloadEffect.NEEDS_RESTART)
            .says("Delete every entry of the kernel's IPVS table at the start.");
    public static final Setting<FlushAtStop> FLUSH_AT_STOP = SECTION.<FlushAtStop>own("lvs_flush_on_stop", "[VS]")
            .deprecated("lvs_flush_onstop", null)
            .notYet()
            .defaults(FlushAtStop.NOTHING)
            .otherwise("off")
            .example("lvs_flush_on_stop VS")
            .written(FlushAtStop::asWritten)
            .says("At the end delete the whole IPVS table, or with VS the configured virtual servers.");
    public static final Setting<String> NFTABLES = SECTION.<String>own("nftables_ipvs", "[TABLE]")
            .notYet()
            .otherwise("off; keepalived_ipvs without TABLE")
            .example("nftables_ipvs lvs")
            .onReload(ReloadEffect.REFUSED)
            .written(Quoting::word)
            .says("Map each virtual server group onto one firewall mark with nftables.");
    private static final Setting<Integer> NFTABLES_PRIORITY = SECTION
            .whole("nftables_ipvs_priority", Integer.MIN_VALUE, Integer.MAX_VALUE)
            .strict()
            .complains("invalid ipvs nftables chain priority '{word}'")
            .notYet()
            .defaults(-1)
            .example("nftables_ipvs_priority -5")
            .says("Priority of the chains of nftables_ipvs.");
    private static final Setting<Long> NFTABLES_FIRST_MARK = SECTION.wide("nftables_ipvs_start_fwmark", 1, 0xffff_ffffL)
            .strict()
            .complains("invalid ipvs nftables start_fwmark priority '{word}'")
            .notYet()
            .defaults(1000L)
            .example("nftables_ipvs_start_fwmark 2000")
            .says("First mark that nftables_ipvs gives out.");
    public static final Setting<Boolean> SMTP_ALERT = SECTION.yesNo("smtp_alert_checker")
            .complains("Invalid value '{word}' for global {name} specified")
            .otherwise("smtp_alert")
            .withoutEffect("no mail is sent by this version")
            .says("Mail default of virtual and real servers.");
    public static final Setting<Boolean> LOG_ALL_FAILURES = off("checker_log_all_failures")
            .complains("Invalid value for {name} specified")
            .says("Log each failed probe, not only the change that follows.");
    private static final Setting<Boolean> INITIAL_NOTIFIES = off("rs_init_notifies")
            .complains("Invalid value '{word}' for global {name} specified")
            .says("notify_up and notify_down run for the first known state of a real server too.");

    private static SettingBuilder<Boolean> off(String name) {
        return SECTION.yesNo(name).defaults(false).notYet();
    }

    /**
     * lvs_timeouts in seconds; 0 for the kernel's value.
     *
     * @param tcp of connections
     * @param tcpFin of connections that end
     * @param udp of datagrams
     */
    public record Timeouts(long tcp, long tcpFin, long udp) {
        private String asWritten() {
            String text = (tcp == 0 ? "" : " tcp " + tcp) + (tcpFin == 0 ? "" : " tcpfin " + tcpFin)
                    + (udp == 0 ? "" : " udp " + udp);
            return text.isEmpty() ? null : text.substring(1);
        }
    }

    /** lvs_flush_on_stop. */
    public enum FlushAtStop {
        NOTHING,
        EVERYTHING,
        CONFIGURED;

        private String asWritten() {
            return this == NOTHING ? null : this == EVERYTHING ? "" : "VS";
        }
    }

    /** lvs_timeouts tcp; 0 for the kernel's value. */
    public long tcpTimeoutSeconds() {
        return values.get(TIMEOUTS).tcp();
    }

    /** lvs_timeouts tcpfin; 0 for the kernel's value. */
    public long tcpFinTimeoutSeconds() {
        return values.get(TIMEOUTS).tcpFin();
    }

    /** lvs_timeouts udp; 0 for the kernel's value. */
    public long udpTimeoutSeconds() {
        return values.get(TIMEOUTS).udp();
    }

    /** Whether all entries of the kernel's table are deleted first. */
    public boolean flushAtStart() {
        return values.get(FLUSH_AT_START);
    }

    /** What is deleted at the end. */
    public FlushAtStop flushAtStop() {
        return values.get(FLUSH_AT_STOP);
    }

    /** Table that maps a group onto one mark, or null. */
    public String nftablesTable() {
        return values.get(NFTABLES);
    }

    /** Priority of that table's chains. */
    public int nftablesPriority() {
        return values.get(NFTABLES_PRIORITY);
    }

    /** First mark that is given out. */
    public long nftablesFirstMark() {
        return values.get(NFTABLES_FIRST_MARK);
    }

    /** smtp_alert_checker, or null. */
    public Boolean smtpAlert() {
        return values.get(SMTP_ALERT);
    }

    /** Whether each failed probe is logged. */
    public boolean logAllFailures() {
        return values.get(LOG_ALL_FAILURES);
    }

    /** Whether notify_up and notify_down run for the first known state too. */
    public boolean initialNotifies() {
        return values.get(INITIAL_NOTIFIES);
    }
}
