package org.jkeepalived.daemon.dump;

import java.util.List;

/**
 * One vrrp_instance.
 *
 * @param version 2 or 3
 * @param syncGroup empty when it is in none
 * @param currentMaster what a backup hears; null when it hears nobody
 * @param faults why it is in FAULT
 * @param lastTransitionEpochMicros wall clock
 * @param readTimeoutEpochMicros wall clock of the end of the current wait; 0 when it waits for nothing, as in FAULT
 * @param masterDownMicros the master down interval
 * @param interfaceName the interface that adverts use
 * @param sourceAddress empty while there is none
 * @param transport multicast or unicast
 * @param totalPriority base plus all weights, before it is limited to 1..254
 * @param vipsSet whether the addresses are on the interface
 * @param descriptorIn the receiving socket, -1 when there is none
 */
public record InstanceSnapshot(
        String name,
        int version,
        boolean ipv6,
        String syncGroup,
        DumpState state,
        DumpState wantedState,
        CurrentMaster currentMaster,
        Faults faults,
        long lastTransitionEpochMicros,
        long readTimeoutEpochMicros,
        long masterDownMicros,
        String interfaceName,
        String sourceAddress,
        boolean sourceConfigured,
        Transport transport,
        GarpSettings garp,
        Options options,
        int virtualRouterId,
        int basePriority,
        int effectivePriority,
        int totalPriority,
        long advertIntervalMicros,
        Authentication authentication,
        List<AddressSnapshot> addresses,
        List<AddressSnapshot> excludedAddresses,
        boolean vipsSet,
        int descriptorIn,
        int descriptorOut,
        List<Tracked> trackedInterfaces,
        List<Tracked> trackedScripts,
        NotifyCommands notifyCommands,
        CounterSnapshot counters) {
    /** Copies the lists. */
    public InstanceSnapshot {
        addresses = List.copyOf(addresses);
        excludedAddresses = List.copyOf(excludedAddresses);
        trackedInterfaces = List.copyOf(trackedInterfaces);
        trackedScripts = List.copyOf(trackedScripts);
    }

    /** The router whose adverts a backup accepts. */
    public record CurrentMaster(String address, int priority, long advertIntervalMicros) {}

    /**
     * How many reasons for FAULT there are.
     *
     * @param scriptsInInit tracked scripts without a result
     */
    public record Faults(int config, int trackers, int scriptsInInit) {
        /** No reason at all. */
        public static final Faults NONE = new Faults(0, 0, 0);
    }

    /** How adverts travel. */
    public sealed interface Transport {}

    /**
     * To a group.
     *
     * @param interfaceIndex shown for IPv6
     */
    public record Multicast(String group, int interfaceIndex) implements Transport {}

    /**
     * To named peers.
     *
     * @param oldChecksum whether VRRPv3 uses the checksum of old versions by configuration
     */
    public record Unicast(int ttl, boolean checkSource, boolean oldChecksum, List<Peer> peers) implements Transport {
        /** Copies the list. */
        public Unicast {
            peers = List.copyOf(peers);
        }
    }

    /** A unicast peer and the hop limits that are accepted from it. */
    public record Peer(String address, int minTtl, int maxTtl) {}

    /**
     * Switches of the instance.
     *
     * @param preemptDelayMicros 0 when there is none
     * @param debug 0 when unset
     */
    public record Options(
            boolean dontTrackPrimary,
            boolean skipCheckAdvertAddresses,
            boolean strict,
            int downTimerAdverts,
            boolean lowerPriorityNoAdvert,
            boolean higherPrioritySendAdvert,
            boolean accept,
            boolean nopreempt,
            long preemptDelayMicros,
            boolean promoteSecondaries,
            boolean smtpAlert,
            boolean notifyDeleted,
            boolean notifyPriorityChanges,
            int debug) {}

    /** The authentication of VRRPv2; the secret itself is never shown. */
    public enum Authentication {
        /** None. */
        NONE("none"),
        /** Plain password. */
        PASS("SIMPLE_PASSWORD"),
        /** IPsec authentication header. */
        AH("IPSEC_AH");

        private final String label;

        Authentication(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Something tracked and the weight that counts here. */
    public record Tracked(String name, int weight, boolean reverse) {}

    /** The interval that the current master keeps: a VRRPv3 backup's is the one heard, else its own. */
    long masterAdvertIntervalMicros() {
        return version == 3 && currentMaster != null && state == DumpState.BACKUP
                ? currentMaster.advertIntervalMicros()
                : advertIntervalMicros;
    }
}
