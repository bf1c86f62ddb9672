package org.jkeepalived.vrrp.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("75: in a simulated network exactly one MASTER remains, the highest priority wins, addresses are on the MASTER only")
class SimulationTest {

    private static final int SEEDS = 200;
    private static final int NODES = 3;

    @Test
    @DisplayName("200 seeds of loss, one-way partitions, duplicates, drift, stalls and restarts (one with -Dseed=N)")
    void seeds() {
        Long only = Long.getLong("seed");
        long transitions = 0;
        for (long seed = only == null ? 0 : only; seed < (only == null ? SEEDS : only + 1); seed++) {
            SimulationReport report = new Simulation(Scenario.random(seed, NODES)).run();
            transitions += report.transitions();
            if (report.violation().isPresent()) {
                fail("seed " + seed + " " + report.violation().get()
                        + "\nrerun: mvn -pl vrrp-core test -Dtest=SimulationTest#seeds -Dseed=" + seed + "\n"
                        + String.join("\n", report.timeline()));
            }
        }
        assertTrue(only != null || transitions > 20 * SEEDS,
                "the scenarios are too quiet: " + transitions + " transitions");
    }

    @Test
    @DisplayName("The same seed gives the same run")
    void reproducible() {
        assertEquals(new Simulation(Scenario.random(7, NODES)).run(), new Simulation(Scenario.random(7, NODES)).run());
    }
}
