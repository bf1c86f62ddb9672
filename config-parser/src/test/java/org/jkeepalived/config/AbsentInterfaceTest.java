package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.config.settings.IncludeCheck;
import org.jkeepalived.config.settings.InstanceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interfaces that are not there yet, for who waits for them. */
class AbsentInterfaceTest {
    private static final String WARNING = "WARNING - interface eth9 for vrrp_instance VI doesn't exist";
    private static final String PRESENT = "vrrp_instance VI {\n" + Loads.INSTANCE + "}\n";
    private static final String ABSENT = PRESENT.replace("eth0", "eth9");

    private static LoadResult awaiting(String text, LoadOptions.Mode mode) {
        return ConfigLoader.loadText("test.conf", text,
                new LoadOptions(mode, null, IncludeCheck.NONE, new FakeHost(), true));
    }

    private static LoadResult awaiting(String text) {
        return awaiting(text, LoadOptions.Mode.RUN);
    }

    @Test
    void aStartThatWaitsGoesOnAndWarnsAsOneThatEnds() {
        LoadResult waits = awaiting(ABSENT);
        LoadResult ends = Loads.run(ABSENT);
        assertTrue(waits.outcome().starts());
        assertFalse(ends.outcome().starts());
        assertEquals(Loads.lines(ends), Loads.lines(waits));
        assertTrue(Loads.messages(waits).contains(WARNING), Loads.messages(waits)::toString);
        assertFalse(Loads.only(waits).interfaceExists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"track_interface {\n eth9\n }", "virtual_ipaddress_excluded {\n 10.99.1.1 dev eth9\n }",
        "virtual_routes {\n 10.98.0.0/16 dev eth9\n }"})
    void whatNamesAnAbsentInterfaceIsKept(String block) {
        String text = PRESENT.replace("}\n}\n", "}\n " + block + "\n}\n");
        assertFalse(Loads.run(text).outcome().starts());
        LoadResult waits = awaiting(text);
        assertTrue(waits.outcome().starts());
        assertTrue(Loads.codes(waits).contains("no-such-interface"));
        InstanceSettings instance = Loads.only(waits);
        assertTrue(instance.toString().contains("eth9"), instance::toString);
    }

    @Test
    void theExitCodeOfATestDoesNotDependOnWaiting() {
        for (String text : List.of(ABSENT, "linkbeat_interfaces {\n eth9\n}\n" + PRESENT)) {
            assertEquals(Loads.test(text).outcome().testExitCode(),
                    awaiting(text, LoadOptions.Mode.TEST).outcome().testExitCode(), text);
        }
    }

    @Test
    void aReloadThatNamesAnotherAbsentInterfaceIsRefused() {
        assertEquals(List.of("(Line 3) " + WARNING + " (did you mean 'eth0'?)"),
                ReloadCheck.refusals(awaiting(PRESENT), awaiting(ABSENT))
                        .stream()
                        .map(line -> line.replaceFirst("test.conf: ", ""))
                        .toList());
    }

    @Test
    void aReloadWhileTheInterfaceIsStillAbsentIsNotRefused() {
        assertEquals(List.of(), ReloadCheck.refusals(awaiting(ABSENT), awaiting(ABSENT + "\n# a comment\n")));
        assertEquals(List.of(), ReloadCheck.refusals(awaiting(ABSENT), awaiting(PRESENT)));
    }
}
