package org.jkeepalived.vrrp.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("75: in a simulated network exactly one MASTER remains, the highest priority wins, resources are on the MASTER only")
class SimulationTest {

    private static final int SEEDS = 1000;
    private static final int NODES = 3;

    @Test
    @DisplayName("1,000 seeds (one with -Dseed=N, more with -Dseeds=N) of everything that can befall hosts and their network")
    void seeds() {
        Long only = Long.getLong("seed");
        int seeds = only == null ? Integer.getInteger("seeds", SEEDS) : 1;
        long first = only == null ? 0 : only;
        long transitions = 0;
        for (long seed = first; seed < first + seeds; seed++) {
            SimulationReport report = new Simulation(Scenario.random(seed, NODES)).run();
            transitions += report.transitions();
            if (report.violation().isPresent()) {
                fail("seed " + seed + " " + report.violation().get()
                        + "\nrerun: mvn -pl vrrp-core test -Dtest=SimulationTest#seeds -Dseed=" + seed + "\n"
                        + String.join("\n", report.timeline()));
            }
        }
        assertTrue(only != null || transitions > 20L * seeds,
                "the scenarios are too quiet: " + transitions + " transitions");
    }

    @Test
    @DisplayName("The same seed gives the same run")
    void reproducible() {
        assertEquals(new Simulation(Scenario.random(7, NODES)).run(), new Simulation(Scenario.random(7, NODES)).run());
    }

    @Test
    @DisplayName("Recorded inputs that are replayed through a fresh set of routers give the same actions")
    void replay() {
        int inputs = 0;
        for (long seed = 0; seed < 40; seed++) {
            Simulation simulation = new Simulation(Scenario.random(seed, NODES), true);
            simulation.run();
            for (Recording recording : simulation.recordings()) {
                List<String> again = recording.replay().actions();
                assertEquals(String.join("\n", recording.actions()), String.join("\n", again), "seed " + seed);
                inputs += recording.size();
            }
        }
        assertTrue(inputs > 40 * 100, inputs + " inputs");
    }
}
