package org.jkeepalived.config.settings;

/** Address family of an instance, under the names its dumps print. */
public enum AddressFamily {
    IPV4("IPv4"),
    IPV6("IPv6");

    private final String label;

    AddressFamily(String label) {
        this.label = label;
    }

    /** IPv4 or IPv6. */
    public String label() {
        return label;
    }
}
