package org.jkeepalived.config.keywords;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.LvsDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.settings.LvsSettings.FlushAtStop;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about IPVS and its checkers; lvs_sync_daemon is read by {@link SyncDaemonReader}. */
final class LvsKeywords {
    private static final WholeNumber TIMEOUT = WholeNumber.strict(0, 2_678_400);
    private static final int LONGEST_TABLE = 255;
    private static final String DEFAULT_TABLE = "keepalived_ipvs";

    static final List<Keyword<GlobalDraft>> ALL = List.of(Keyword
            .<GlobalDraft>words("lvs_timeouts", "[tcp N] [tcpfin N] [udp N], seconds 0..2678400", LvsKeywords::timeouts)
            .notYet()
            .defaults("the kernel's values")
            .example("lvs_timeouts tcp 7200 tcpfin 30 udp 300")
            .shows(LvsKeywords::timeoutsShown)
            .says("Timeouts of connections in IPVS."),
            Keyword.<GlobalDraft>flag("lvs_flush", global -> global.lvs.flushAtStart = true)
                    .notYet()
                    .defaults("off")
                    .onReload(ReloadEffect.NEEDS_RESTART)
                    .shows(global -> global.lvs.flushAtStart)
                    .says("Delete every entry of the kernel's IPVS table at the start."),
            Keyword.<GlobalDraft>words("lvs_flush_on_stop", "[VS]", LvsKeywords::flushOnStop)
                    .deprecated("lvs_flush_onstop", null)
                    .notYet()
                    .defaults("off")
                    .example("lvs_flush_on_stop VS")
                    .shows(LvsKeywords::flushOnStopShown)
                    .says("At the end delete the whole IPVS table, or with VS the configured virtual servers."),
            Keyword.<GlobalDraft>words("lvs_sync_daemon",
                    "IFNAME [inst NAME] [id N] [maxlen N] [port N] [ttl N] [group ADDR]", SyncDaemonReader::read)
                    .notYet()
                    .defaults("none")
                    .example("lvs_sync_daemon eth0 inst VI_1 id 5")
                    .shows(global -> SyncDaemonReader.written(global.lvs.syncDaemon))
                    .says("Synchronize IPVS connections, sending while an instance is MASTER."),
            Keyword.<GlobalDraft>words("nftables_ipvs", "[TABLE]", LvsKeywords::nftables)
                    .notYet()
                    .defaults("off; keepalived_ipvs without TABLE")
                    .example("nftables_ipvs lvs")
                    .onReload(ReloadEffect.REFUSED)
                    .shows(global -> global.lvs.nftablesTable == null ? null : Quoting.word(global.lvs.nftablesTable))
                    .says("Map each virtual server group onto one firewall mark with nftables."),
            Keyword.<GlobalDraft>whole("nftables_ipvs_priority",
                    WholeNumber.strict(Integer.MIN_VALUE, Integer.MAX_VALUE),
                    (global, n) -> global.lvs.nftablesPriority = (int) n,
                    (_, word) -> "invalid ipvs nftables chain priority '" + word + "'")
                    .notYet()
                    .defaults("-1")
                    .example("nftables_ipvs_priority -5")
                    .shows(global -> global.lvs.nftablesPriority)
                    .says("Priority of the chains of nftables_ipvs."),
            Keyword.<GlobalDraft>whole("nftables_ipvs_start_fwmark", WholeNumber.strict(1, 0xffff_ffffL),
                    (global, n) -> global.lvs.nftablesFirstMark = n,
                    (_, word) -> "invalid ipvs nftables start_fwmark priority '" + word + "'")
                    .notYet()
                    .defaults("1000")
                    .example("nftables_ipvs_start_fwmark 2000")
                    .shows(global -> global.lvs.nftablesFirstMark)
                    .says("First mark that nftables_ipvs gives out."),
            yesNo("smtp_alert_checker", lvs -> lvs.smtpAlert, (lvs, on) -> lvs.smtpAlert = on,
                    "Invalid value 'WORD' for global smtp_alert_checker specified").defaults("smtp_alert")
                    .withoutEffect("no mail is sent by this version")
                    .says("Mail default of virtual and real servers."),
            yesNo("checker_log_all_failures", lvs -> lvs.logAllFailures, (lvs, on) -> lvs.logAllFailures = on,
                    "Invalid value for checker_log_all_failures specified").defaults("false")
                    .notYet()
                    .says("Log each failed probe, not only the change that follows."),
            yesNo("rs_init_notifies", lvs -> lvs.initialNotifies, (lvs, on) -> lvs.initialNotifies = on,
                    "Invalid value 'WORD' for global rs_init_notifies specified").defaults("false")
                    .notYet()
                    .says("notify_up and notify_down run for the first known state of a real server too."));

    private LvsKeywords() {}

    private static Keyword.Builder<GlobalDraft> yesNo(String name, Function<LvsDraft, Boolean> getter,
            BiConsumer<LvsDraft, Boolean> setter, String complaint) {
        return Keyword
                .<GlobalDraft>yesNo(name, (global, on) -> setter.accept(global.lvs, on),
                        (_, word) -> complaint.replace("WORD", word))
                .example(name + " true")
                .shows(global -> getter.apply(global.lvs));
    }

    private static void timeouts(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.words().size() < 3) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "lvs_timeouts requires at least one option",
                            "tcp N, tcpfin N or udp N");
            return;
        }
        for (Iterator<Word> words = statement.arguments().iterator(); words.hasNext();) {
            Word option = words.next();
            switch (option.text()) {
                case "tcp" ->
                        global.lvs.tcpTimeoutSeconds = timeout(option, words, global.lvs.tcpTimeoutSeconds, binding);
                case "tcpfin" -> global.lvs.tcpFinTimeoutSeconds = timeout(option, words,
                        global.lvs.tcpFinTimeoutSeconds, binding);
                case "udp" ->
                        global.lvs.udpTimeoutSeconds = timeout(option, words, global.lvs.udpTimeoutSeconds, binding);
                default -> binding.findings()
                        .error(option.place(), "unknown-option",
                                "Unknown option " + option + " specified for lvs_timeouts", "tcp, tcpfin or udp");
            }
        }
    }

    private static long timeout(Word option, Iterator<Word> words, long otherwise, Binding binding) {
        if (!words.hasNext()) {
            binding.findings()
                    .error(option.place(), "missing-value",
                            "No value specified for lvs_timeout " + option + " - ignoring", TIMEOUT.accepts());
            return otherwise;
        }
        Word word = words.next();
        OptionalLong seconds = TIMEOUT.read(word, binding);
        if (seconds.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored",
                            "Invalid lvs_timeout " + option + " (" + word + ") - ignoring");
        }
        return seconds.orElse(otherwise);
    }

    private static String timeoutsShown(GlobalDraft global) {
        LvsDraft lvs = global.lvs;
        String shown = (lvs.tcpTimeoutSeconds == 0 ? "" : " tcp " + lvs.tcpTimeoutSeconds)
                + (lvs.tcpFinTimeoutSeconds == 0 ? "" : " tcpfin " + lvs.tcpFinTimeoutSeconds)
                + (lvs.udpTimeoutSeconds == 0 ? "" : " udp " + lvs.udpTimeoutSeconds);
        return shown.isEmpty() ? null : shown.substring(1);
    }

    private static void flushOnStop(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            global.lvs.flushAtStop = FlushAtStop.EVERYTHING;
        } else if (word.text().equals("VS")) {
            global.lvs.flushAtStop = FlushAtStop.CONFIGURED;
        } else {
            binding.findings().error(word.place(), "unknown-option", "Unknown lvs_flush_on_stop type " + word, "VS");
        }
    }

    private static String flushOnStopShown(GlobalDraft global) {
        return switch (global.lvs.flushAtStop) {
            case NOTHING -> null;
            case EVERYTHING -> "";
            case CONFIGURED -> "VS";
        };
    }

    private static void nftables(GlobalDraft global, Statement statement, Binding binding) {
        String table = statement.argument() == null ? DEFAULT_TABLE : statement.argument().text();
        if (global.lvs.nftablesTable != null) {
            binding.findings()
                    .error(statement.keyword().place(), "already-set", "ipvs nftables already specified - ignoring");
        } else if (table.length() > LONGEST_TABLE) {
            binding.findings()
                    .error(statement.argument().place(), "too-long", "ipvs nftables table name too long - ignoring",
                            "up to " + LONGEST_TABLE + " characters");
        } else {
            global.lvs.nftablesTable = table;
        }
    }
}
