package org.jkeepalived.lab;

import java.util.List;

/**
 * What a host is made of, so that a host that died can be made again.
 *
 * @param name host name, unique in its lab, at most 9 characters
 * @param networkInterface name of its Ethernet interface
 * @param number 1 to 254, unique in its lab; the last byte of its MAC address 02:00:00:00:00:nn
 * @param addresses addresses with prefix length ({@code 192.168.1.1/24}), the first is the primary one
 */
public record HostSpec(String name, String networkInterface, int number, List<String> addresses) {
    public HostSpec {
        addresses = List.copyOf(addresses);
    }

    public String mac() {
        return "02:00:00:00:00:%02x".formatted(number);
    }

    /** The primary address without its prefix length. */
    public String address() {
        return addresses.getFirst().replaceFirst("/.*", "");
    }

    /** The link-local IPv6 address that the kernel derives from {@link #mac()}. */
    public String linkLocal() {
        return "fe80::ff:fe00:%x".formatted(number);
    }
}
