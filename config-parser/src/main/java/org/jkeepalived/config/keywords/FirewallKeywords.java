package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.FirewallDraft;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about packet filters. */
final class FirewallKeywords {
    private static final int LONGEST_TABLE = 255;
    private static final int LONGEST_CHAIN = 27;
    private static final int LONGEST_SET = 30;
    private static final List<String> SET_ENDINGS = List.of("", "6", "_if6", "_igmp", "_mld", "_nd");
    private static final String ABSENT = "this version installs no packet filter";

    static final List<Keyword<GlobalDraft>> ALL = List.of(
            Keyword.<GlobalDraft>words("vrrp_iptables", "[INCHAIN [OUTCHAIN]]", FirewallKeywords::iptables)
                    .defaults("not used; alone: INPUT OUTPUT")
                    .shows(global -> line(global.firewall.chains))
                    .example("vrrp_iptables keepalived_in keepalived_out")
                    .withoutEffect(ABSENT)
                    .says("Filter with iptables, in these chains."),
            Keyword.<GlobalDraft>words("vrrp_ipsets", "[ADDR4 [ADDR6 [ADDR6IF [IGMP [MLD [ND]]]]]]",
                    FirewallKeywords::ipsets)
                    .defaults("keepalived keepalived6 keepalived_if6 keepalived_igmp keepalived_mld keepalived_nd; "
                            + "alone: no sets")
                    .shows(global -> line(global.firewall.writtenSets))
                    .example("vrrp_ipsets vips")
                    .withoutEffect(ABSENT)
                    .says("Names of the sets that go with vrrp_iptables."),
            Keyword.<GlobalDraft>words("nftables", "[TABLE] up to 255 characters", FirewallKeywords::nftables)
                    .defaults("not used; alone: keepalived")
                    .shows(FirewallKeywords::shownTable)
                    .onReload(ReloadEffect.REFUSED)
                    .example("nftables filter_vips")
                    .withoutEffect(ABSENT)
                    .says("Filter with nftables, in this table."),
            Keyword.<GlobalDraft>whole("nftables_priority", WholeNumber.strict(Integer.MIN_VALUE, Integer.MAX_VALUE),
                    (global, n) -> global.firewall.nftablesPriority = (int) n,
                    (_, word) -> "invalid nftables chain priority '" + word + "'")
                    .defaults("-1")
                    .shows(global -> global.firewall.nftablesPriority)
                    .example("nftables_priority -10")
                    .withoutEffect(ABSENT)
                    .says("Priority of the chains in nftables."),
            GlobalForms
                    .flag("nftables_ifindex", global -> global.firewall.nftablesByIndex = true,
                            global -> global.firewall.nftablesByIndex)
                    .withoutEffect(ABSENT)
                    .says("Match interfaces by index instead of name in nftables."),
            GlobalForms
                    .flag("nftables_counters", global -> global.firewall.nftablesCounters = true,
                            global -> global.firewall.nftablesCounters)
                    .withoutEffect(ABSENT)
                    .says("Let the rules in nftables count packets."));

    private FirewallKeywords() {}

    private static String line(List<String> names) {
        return names == null ? null : names.stream().map(Quoting::word).collect(Collectors.joining(" "));
    }

    private static String shownTable(GlobalDraft global) {
        String table = global.firewall.nftables;
        return table == null || table.isEmpty() ? table : Quoting.word(table);
    }

    private static void nftables(GlobalDraft global, Statement statement, Binding binding) {
        if (global.firewall.nftables != null) {
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
        global.firewall.nftables = table == null ? "" : table.text();
    }

    private static void iptables(GlobalDraft global, Statement statement, Binding binding) {
        if (!binding.facts().hasIptables()) {
            binding.findings()
                    .error(statement.keyword().place(), "no-iptables",
                            "iptables not supported, using nftables instead. Please replace 'vrrp_iptables and 'vrrp_ipsets' with"
                                    + " 'nftables' config option",
                            "nftables, or an iptables on this machine");
            global.firewall.nftables = global.firewall.nftables == null ? "" : global.firewall.nftables;
            return;
        }
        if (global.firewall.chains != null) {
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
        global.firewall.chains = words.stream().map(Word::text).toList();
    }

    private static void ipsets(GlobalDraft global, Statement statement, Binding binding) {
        FirewallDraft firewall = global.firewall;
        List<Word> words = statement.arguments().stream().limit(SET_ENDINGS.size()).toList();
        for (Word set : words) {
            if (!fits(set, LONGEST_SET, "vrrp_ipsets set", binding)) {
                firewall.usualSets();
                return;
            }
        }
        List<String> names = new ArrayList<>(words.stream().map(Word::text).toList());
        firewall.writtenSets = List.copyOf(names);
        while (!words.isEmpty() && names.size() < SET_ENDINGS.size()) {
            names.add(names.getFirst() + SET_ENDINGS.get(names.size()));
        }
        firewall.sets = List.copyOf(names);
        if (new HashSet<>(names).size() < names.size()) {
            binding.findings()
                    .error(statement.argument().place(), "duplicate",
                            "vrrp_ipsets set names are not all different - ignoring", "six different names");
            firewall.usualSets();
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
