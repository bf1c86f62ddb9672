package org.jkeepalived.config.draft;

import java.util.List;
import org.jkeepalived.config.settings.Firewall;

/** The packet filter settings while they are read; null where nothing was written. */
public final class FirewallDraft {
    private static final String TABLE_DEFAULT = "keepalived";
    private static final List<String> SETS_DEFAULT = List.of("keepalived", "keepalived6", "keepalived_if6",
            "keepalived_igmp", "keepalived_mld", "keepalived_nd");

    /** The table as written, empty for the usual one. */
    public String nftables;
    public Integer nftablesPriority;
    public boolean nftablesByIndex;
    public boolean nftablesCounters;
    /** Zero to two chain names. */
    public List<String> chains;
    /** Zero to six names of sets as written. */
    public List<String> writtenSets;
    /** Six names of sets; none where sets are not used. */
    public List<String> sets = SETS_DEFAULT;

    /** Back to the usual sets. */
    public void usualSets() {
        writtenSets = null;
        sets = SETS_DEFAULT;
    }

    /** The settings. */
    public Firewall settings() {
        String table = nftables == null ? null : nftables.isEmpty() ? TABLE_DEFAULT : nftables;
        return new Firewall(table, nftablesPriority == null ? -1 : nftablesPriority, nftablesByIndex, nftablesCounters,
                chains == null ? null : iptables());
    }

    private Firewall.Iptables iptables() {
        if (chains.isEmpty()) {
            return new Firewall.Iptables("INPUT", "OUTPUT", sets);
        }
        return new Firewall.Iptables(chains.getFirst(), chains.size() > 1 ? chains.get(1) : null, sets);
    }
}
