package org.jkeepalived.config.keywords;

import static org.jkeepalived.config.settings.Firewall.CHAINS;
import static org.jkeepalived.config.settings.Firewall.NFTABLES;
import static org.jkeepalived.config.settings.Firewall.SETS_WRITTEN;

import java.util.HashSet;
import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Firewall;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about packet filters. */
final class FirewallKeywords {
    private static final int LONGEST_TABLE = 255;
    private static final int LONGEST_CHAIN = 27;
    private static final int LONGEST_SET = 30;

    static final List<Keyword<GlobalDraft>> ALL = SettingKeywords
            .of(Firewall.SECTION, (GlobalDraft global) -> global.firewall)
            .read(CHAINS, FirewallKeywords::iptables)
            .read(SETS_WRITTEN, FirewallKeywords::ipsets)
            .read(NFTABLES, FirewallKeywords::nftables)
            .all();

    private FirewallKeywords() {}

    private static void nftables(GlobalDraft global, Statement statement, Binding binding) {
        if (global.firewall.own(NFTABLES) != null) {
            binding.findings()
                    .error(statement.keyword().place(), "already-set", "nftables already specified - ignoring");
            return;
        }
        Word table = statement.argument();
        if (table != null && table.text().length() > LONGEST_TABLE) {
            binding.findings()
                    .error(table.place(), "too-long", "nftables table name too long - ignoring",
                            "up to " + LONGEST_TABLE + " characters");
            return;
        }
        global.firewall.put(NFTABLES, table == null ? "" : table.text());
    }

    private static void iptables(GlobalDraft global, Statement statement, Binding binding) {
        if (!binding.facts().hasIptables()) {
            binding.findings()
                    .error(statement.keyword().place(), "no-iptables",
                            "iptables not supported, using nftables instead. Please replace 'vrrp_iptables and 'vrrp_ipsets' with"
                                    + " 'nftables' config option",
                            "nftables, or an iptables on this machine");
            if (global.firewall.own(NFTABLES) == null) {
                global.firewall.put(NFTABLES, "");
            }
            return;
        }
        if (global.firewall.own(CHAINS) != null) {
            binding.findings()
                    .error(statement.keyword().place(), "already-set", "vrrp_iptables already specified - ignoring");
            return;
        }
        List<Word> words = statement.arguments().stream().limit(2).toList();
        for (Word chain : words) {
            if (!fits(chain, LONGEST_CHAIN, "vrrp_iptables chain", binding)) {
                return;
            }
        }
        if (words.size() == 2 && words.getFirst().text().equals(words.getLast().text())) {
            binding.findings()
                    .error(words.getLast().place(), "duplicate", "vrrp_iptables chain names are the same - ignoring",
                            "two chains");
            return;
        }
        global.firewall.put(CHAINS, words.stream().map(Word::text).toList());
    }

    private static void ipsets(GlobalDraft global, Statement statement, Binding binding) {
        List<Word> words = statement.arguments().stream().limit(Firewall.SETS).toList();
        for (Word set : words) {
            if (!fits(set, LONGEST_SET, "vrrp_ipsets set", binding)) {
                global.firewall.put(SETS_WRITTEN, null);
                return;
            }
        }
        List<String> names = words.stream().map(Word::text).toList();
        global.firewall.put(SETS_WRITTEN, names);
        List<String> sets = Firewall.sets(names);
        if (new HashSet<>(sets).size() < sets.size()) {
            binding.findings()
                    .error(statement.argument().place(), "duplicate",
                            "vrrp_ipsets set names are not all different - ignoring", "six different names");
            global.firewall.put(SETS_WRITTEN, null);
        }
    }

    private static boolean fits(Word name, int longest, String what, Binding binding) {
        if (name.text().isEmpty()) {
            binding.findings()
                    .error(name.place(), "missing-value", what + " name empty - ignoring",
                            "1 to " + longest + " characters");
        } else if (name.text().length() > longest) {
            binding.findings()
                    .error(name.place(), "too-long", what + " name too long - ignoring",
                            "up to " + longest + " characters");
        }
        return !name.text().isEmpty() && name.text().length() <= longest;
    }
}
