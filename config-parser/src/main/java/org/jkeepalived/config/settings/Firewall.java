package org.jkeepalived.config.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.SettingBuilder;
import org.jkeepalived.config.setting.Values;

/**
 * The packet filters that keep addresses from answering where they must not.
 *
 * @param values of {@link #SECTION}
 */
public record Firewall(Values values) {
    private static final String USUAL_TABLE = "keepalived";
    private static final List<String> SET_ENDINGS = List.of("", "6", "_if6", "_igmp", "_mld", "_nd");
    private static final List<String> USUAL_SETS = sets(List.of("keepalived"));
    /** How many sets there are. */
    public static final int SETS = SET_ENDINGS.size();

    public static final Section SECTION = Section.empty();
    /** Zero to two names. */
    public static final Setting<List<String>> CHAINS = names("vrrp_iptables", "[INCHAIN [OUTCHAIN]]")
            .otherwise("not used; alone: INPUT OUTPUT")
            .example("vrrp_iptables keepalived_in keepalived_out")
            .says("Filter with iptables, in these chains.");
    /** Zero to six names, as written. */
    public static final Setting<List<String>> SETS_WRITTEN = names("vrrp_ipsets",
            "[ADDR4 [ADDR6 [ADDR6IF [IGMP [MLD [ND]]]]]]").otherwise(String.join(" ", USUAL_SETS) + "; alone: no sets")
            .example("vrrp_ipsets vips")
            .says("Names of the sets that go with vrrp_iptables.");
    /** Empty for the usual one. */
    public static final Setting<String> NFTABLES = idle(SECTION.<String>own("nftables", "[TABLE] up to 255 characters"))
            .otherwise("not used; alone: " + USUAL_TABLE)
            .onReload(ReloadEffect.REFUSED)
            .example("nftables filter_vips")
            .says("Filter with nftables, in this table.");
    private static final Setting<Integer> NFTABLES_PRIORITY = idle(
            SECTION.whole("nftables_priority", Integer.MIN_VALUE, Integer.MAX_VALUE)).strict()
            .complains("invalid nftables chain priority '{word}'")
            .defaults(-1)
            .example("nftables_priority -10")
            .says("Priority of the chains in nftables.");
    private static final Setting<Boolean> NFTABLES_BY_INDEX = idle(SECTION.flag("nftables_ifindex"))
            .says("Match interfaces by index instead of name in nftables.");
    private static final Setting<Boolean> NFTABLES_COUNTERS = idle(SECTION.flag("nftables_counters"))
            .says("Let the rules in nftables count packets.");

    private static SettingBuilder<List<String>> names(String name, String accepts) {
        return idle(SECTION.<List<String>>own(name, accepts))
                .written(names -> names.stream().map(Quoting::word).collect(Collectors.joining(" ")));
    }

    private static <T> SettingBuilder<T> idle(SettingBuilder<T> setting) {
        return setting.withoutEffect("this version installs no packet filter");
    }

    /** All six sets, those without a name called after the first; none where none is named. */
    public static List<String> sets(List<String> written) {
        List<String> names = new ArrayList<>(written);
        while (!written.isEmpty() && names.size() < SET_ENDINGS.size()) {
            names.add(names.getFirst() + SET_ENDINGS.get(names.size()));
        }
        return List.copyOf(names);
    }

    /** Table of nftables, or null when it is not used. */
    public String nftables() {
        String table = values.get(NFTABLES);
        return table != null && table.isEmpty() ? USUAL_TABLE : table;
    }

    /** Priority of the chains in nftables. */
    public int nftablesPriority() {
        return values.get(NFTABLES_PRIORITY);
    }

    /** Whether interfaces are matched by index instead of name. */
    public boolean nftablesByIndex() {
        return values.get(NFTABLES_BY_INDEX);
    }

    /** Whether rules count packets. */
    public boolean nftablesCounters() {
        return values.get(NFTABLES_COUNTERS);
    }

    /** vrrp_iptables, or null when it is not used. */
    public Iptables iptables() {
        List<String> chains = values.get(CHAINS);
        if (chains == null) {
            return null;
        }
        List<String> written = values.get(SETS_WRITTEN);
        List<String> sets = written == null ? USUAL_SETS : sets(written);
        return chains.isEmpty()
                ? new Iptables("INPUT", "OUTPUT", sets)
                : new Iptables(chains.getFirst(), chains.size() > 1 ? chains.get(1) : null, sets);
    }

    /**
     * Rules in chains of iptables.
     *
     * @param inputChain chain for what arrives
     * @param outputChain chain for what leaves, or null when only the input chain was named
     * @param sets names of the six ipsets: IPv4, IPv6, IPv6 with interface, IGMP, MLD, neighbour discovery; empty when rules name addresses
     */
    public record Iptables(String inputChain, String outputChain, List<String> sets) {
        public Iptables {
            sets = List.copyOf(sets);
        }
    }
}
