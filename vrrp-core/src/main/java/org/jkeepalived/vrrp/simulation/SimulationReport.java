package org.jkeepalived.vrrp.simulation;

import java.util.List;
import java.util.Optional;

/**
 * How a simulation went.
 *
 * @param seed the scenario's seed
 * @param events number of events that were checked
 * @param adverts number of adverts that were sent
 * @param transitions number of state changes
 * @param timeline disturbances and state changes, one line each
 * @param violation the rule that was broken, and when
 */
public record SimulationReport(
        long seed,
        long events,
        long adverts,
        long transitions,
        List<String> timeline,
        Optional<String> violation) {

    public SimulationReport {
        timeline = List.copyOf(timeline);
    }
}
