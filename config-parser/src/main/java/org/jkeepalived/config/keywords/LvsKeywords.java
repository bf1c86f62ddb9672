package org.jkeepalived.config.keywords;

import static org.jkeepalived.config.settings.LvsSettings.FLUSH_AT_STOP;
import static org.jkeepalived.config.settings.LvsSettings.NFTABLES;
import static org.jkeepalived.config.settings.LvsSettings.TIMEOUTS;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.LvsSettings;
import org.jkeepalived.config.settings.LvsSettings.FlushAtStop;
import org.jkeepalived.config.settings.LvsSettings.Timeouts;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about IPVS and its checkers; lvs_sync_daemon is read by {@link SyncDaemonReader}. */
final class LvsKeywords {
    private static final WholeNumber TIMEOUT = WholeNumber.strict(0, 2_678_400);
    private static final int LONGEST_TABLE = 255;
    private static final String DEFAULT_TABLE = "keepalived_ipvs";

    static final List<Keyword<GlobalDraft>> ALL = SettingKeywords
            .of(LvsSettings.SECTION, (GlobalDraft global) -> global.lvs)
            .read(TIMEOUTS, LvsKeywords::timeouts)
            .read(FLUSH_AT_STOP, LvsKeywords::flushOnStop)
            .read(NFTABLES, LvsKeywords::nftables)
            .behind(FLUSH_AT_STOP,
                    List.of(Keyword
                            .<GlobalDraft>words("lvs_sync_daemon",
                                    "IFNAME [inst NAME] [id N] [maxlen N] [port N] [ttl N] [group ADDR]",
                                    SyncDaemonReader::read)
                            .notYet()
                            .defaults("none")
                            .example("lvs_sync_daemon eth0 inst VI_1 id 5")
                            .shows(global -> SyncDaemonReader.written(global.syncDaemon))
                            .says("Synchronize IPVS connections, sending while an instance is MASTER.")))
            .all();

    private LvsKeywords() {}

    private static void timeouts(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.words().size() < 3) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "lvs_timeouts requires at least one option",
                            "tcp N, tcpfin N or udp N");
            return;
        }
        for (Iterator<Word> words = statement.arguments().iterator(); words.hasNext();) {
            Word option = words.next();
            Timeouts old = global.lvs.get(TIMEOUTS);
            switch (option.text()) {
                case "tcp" -> global.lvs.put(TIMEOUTS,
                        new Timeouts(timeout(option, words, old.tcp(), binding), old.tcpFin(), old.udp()));
                case "tcpfin" -> global.lvs.put(TIMEOUTS,
                        new Timeouts(old.tcp(), timeout(option, words, old.tcpFin(), binding), old.udp()));
                case "udp" -> global.lvs.put(TIMEOUTS,
                        new Timeouts(old.tcp(), old.tcpFin(), timeout(option, words, old.udp(), binding)));
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

    private static void flushOnStop(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            global.lvs.put(FLUSH_AT_STOP, FlushAtStop.EVERYTHING);
        } else if (word.text().equals("VS")) {
            global.lvs.put(FLUSH_AT_STOP, FlushAtStop.CONFIGURED);
        } else {
            binding.findings().error(word.place(), "unknown-option", "Unknown lvs_flush_on_stop type " + word, "VS");
        }
    }

    private static void nftables(GlobalDraft global, Statement statement, Binding binding) {
        String table = statement.argument() == null ? DEFAULT_TABLE : statement.argument().text();
        if (global.lvs.own(NFTABLES) != null) {
            binding.findings()
                    .error(statement.keyword().place(), "already-set", "ipvs nftables already specified - ignoring");
        } else if (table.length() > LONGEST_TABLE) {
            binding.findings()
                    .error(statement.argument().place(), "too-long", "ipvs nftables table name too long - ignoring",
                            "up to " + LONGEST_TABLE + " characters");
        } else {
            global.lvs.put(NFTABLES, table);
        }
    }
}
