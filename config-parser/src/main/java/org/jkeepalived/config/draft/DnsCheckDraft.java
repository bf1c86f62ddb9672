package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.DnsCheckSettings.QueryType;

/** DNS_CHECK: a name server answers. */
public final class DnsCheckDraft extends ConnectingCheckDraft {
    public QueryType type = QueryType.SOA;
    /** Null where none was written: the root. */
    public String name;

    /** Of this server. */
    public DnsCheckDraft(Place place, RealServerDraft server) {
        super(place, server);
    }
}
