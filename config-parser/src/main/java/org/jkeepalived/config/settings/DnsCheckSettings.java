package org.jkeepalived.config.settings;

/**
 * DNS_CHECK: a name server answers a query.
 *
 * @param probe when
 * @param connection where to
 * @param type of the query
 * @param name that is asked for; empty for the root
 */
public record DnsCheckSettings(ProbeSettings probe, ConnectionSettings connection, QueryType type, String name)
        implements
            CheckerSettings {
    /** Types of records, with the names of the IANA registry. */
    public enum QueryType {
        A,
        NS,
        CNAME,
        SOA,
        MX,
        TXT,
        AAAA,
        RRSIG,
        DNSKEY
    }
}
