package org.jkeepalived.lab;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a host's kernel knows of its network, read with {@code ip -j}. */
public record Kernel(Host host) {

    /**
     * An address of an interface.
     *
     * @param scope global, link, host or a number
     * @param broadcast null when there is none
     * @param label null when there is none (IPv6)
     */
    public record Address(
            String networkInterface,
            String address,
            int prefixLength,
            String scope,
            String broadcast,
            String label) {}

    /** All addresses but those of {@code lo}. */
    public List<Address> addresses() {
        var found = new ArrayList<Address>();
        for (Map<String, Object> link : list(host.run("ip", "-j", "addr", "show").out())) {
            String device = (String) link.get("ifname");
            if (link.get("addr_info") instanceof List<?> infos && !"lo".equals(device)) {
                for (Object info : infos) {
                    found.add(address(device, (Map<?, ?>) info));
                }
            }
        }
        return found;
    }

    private static Address address(String device, Map<?, ?> info) {
        return new Address(device, (String) info.get("local"), ((Number) info.get("prefixlen")).intValue(),
                (String) info.get("scope"), (String) info.get("broadcast"), (String) info.get("label"));
    }

    /** Whether some interface carries the address, given without prefix length. */
    public boolean has(String address) {
        return host.isUp() && addresses().stream().anyMatch(held -> address.equals(held.address()));
    }

    /** Destinations of the routes of the main table, as {@code ip route} prints them. */
    public List<String> routes() {
        return list(host.run("ip", "-j", "route", "show").out()).stream()
                .map(route -> (String) route.get("dst"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(String json) {
        if (json.isBlank()) {
            return List.of();
        }
        try {
            return (List<Map<String, Object>>) JSON.std.anyFrom(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
