package org.jkeepalived.daemon.dump;

import java.util.List;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.vrrp.RouterCounters;
import org.jkeepalived.vrrp.RouterState;

/**
 * One vrrp_instance: what is configured, and how it is.
 *
 * @param state what it shows itself as
 * @param currentMaster what a backup hears; null when it hears nobody
 * @param faults why it is in FAULT
 * @param lastTransitionEpochMicros wall clock
 * @param readTimeoutEpochMicros wall clock of the end of the current wait; 0 when it waits for nothing, as in FAULT
 * @param masterDownMicros the master down interval
 * @param sourceAddress empty while there is none
 * @param interfaceIndex of the interface that adverts use, 0 when it does not exist
 * @param totalPriority base plus all weights, before it is limited to 1..254
 * @param addresses those of virtual_ipaddress
 * @param excludedAddresses those of virtual_ipaddress_excluded
 * @param routes those of virtual_routes
 * @param vipsSet whether the addresses are on the interface
 * @param descriptorIn the receiving socket, -1 when there is none
 */
public record InstanceSnapshot(
        InstanceSettings settings,
        RouterState state,
        RouterState wantedState,
        CurrentMaster currentMaster,
        Faults faults,
        long lastTransitionEpochMicros,
        long readTimeoutEpochMicros,
        long masterDownMicros,
        String sourceAddress,
        int interfaceIndex,
        int effectivePriority,
        int totalPriority,
        List<AddressSnapshot> addresses,
        List<AddressSnapshot> excludedAddresses,
        List<RouteSnapshot> routes,
        boolean vipsSet,
        int descriptorIn,
        int descriptorOut,
        RouterCounters counters) {
    private static final int NANOS_PER_MICRO = 1_000;

    /** Copies the lists. */
    public InstanceSnapshot {
        addresses = List.copyOf(addresses);
        excludedAddresses = List.copyOf(excludedAddresses);
        routes = List.copyOf(routes);
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

    String name() {
        return settings.name();
    }

    long advertIntervalMicros() {
        return settings.advertIntervalNanos() / NANOS_PER_MICRO;
    }

    /** The interval that the current master keeps: a VRRPv3 backup's is the one heard, else its own. */
    long masterAdvertIntervalMicros() {
        return settings.version() == 3 && currentMaster != null && state == RouterState.BACKUP
                ? currentMaster.advertIntervalMicros()
                : advertIntervalMicros();
    }
}
