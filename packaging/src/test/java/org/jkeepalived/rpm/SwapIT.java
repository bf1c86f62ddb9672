package org.jkeepalived.rpm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jkeepalived.lab.NeedsLab;
import org.junit.jupiter.api.Test;

/** From the distribution's keepalived to ours and back, by dnf. */
@NeedsLab(programs = {"rpmbuild", "rpmlint", "dnf", "createrepo_c"})
class SwapIT {
    private static final String OPTIONS = "KEEPALIVED_OPTIONS=\"-D -S 3\"\n";

    private static List<Path> repository() {
        return List.of(Packages.ours(), Packages.keepalived());
    }

    private static Machine withKeepalived() {
        return new Machine(Packages.base(), Packages.keepalived());
    }

    private static void configure(Machine machine) {
        machine.host().write(Machine.CONFIGURATION, RpmIT.CONFIGURATION, "rw-r--r--");
        machine.host().write(Machine.OPTIONS, OPTIONS, "rw-r--r--");
    }

    private static void assertConfigured(Machine machine) {
        assertEquals(RpmIT.CONFIGURATION, machine.host().read(Machine.CONFIGURATION));
        assertEquals(OPTIONS, machine.host().read(Machine.OPTIONS));
    }

    private static void swap(Machine machine, String from, String to) {
        machine.dnf(repository(), "swap", from, to).orFail("swap of " + from + " for " + to);
        assertEquals(List.of("base", to), machine.installed());
    }

    @Test
    void aSwapInEitherDirectionKeepsConfigurationOptionsAndARunningEnabledService() {
        try (var machine = withKeepalived()) {
            configure(machine);
            machine.host().must("systemctl", "enable", "--now", "keepalived");
            int theirs = machine.daemon();
            swap(machine, "keepalived", "jkeepalived");
            assertConfigured(machine);
            assertTrue(machine.isEnabled());
            machine.awaitAddress(RpmIT.VIRTUAL_ADDRESS, true);
            int ours = machine.daemon();
            assertNotEquals(theirs, ours);

            swap(machine, "jkeepalived", "keepalived");
            assertConfigured(machine);
            assertTrue(machine.isEnabled());
            machine.awaitAddress(RpmIT.VIRTUAL_ADDRESS, false);
            assertNotEquals(0, machine.daemon());
            assertNotEquals(ours, machine.daemon());
            assertFalse(machine.host().exists("/usr/lib/jkeepalived"));
            assertFalse(machine.host().sh("ls /run").contains("jkeepalived"));
        }
    }

    @Test
    void aSwapStartsNothingThatDidNotRunEnablesNothingThatWasDisabledAndKeepsAConfigurationThatWasNeverChanged() {
        try (var machine = withKeepalived()) {
            String sample = machine.host().read(Machine.CONFIGURATION);
            for (String[] step : new String[][]{{"keepalived", "jkeepalived"}, {"jkeepalived", "keepalived"}}) {
                swap(machine, step[0], step[1]);
                assertEquals(sample, machine.host().read(Machine.CONFIGURATION));
                assertFalse(machine.isEnabled());
                assertEquals(0, machine.daemon());
            }
        }
    }

    @Test
    void whoRemovesKeepalivedFirstGetsTheConfigurationBackThatRpmPutAside() {
        try (var machine = withKeepalived()) {
            configure(machine);
            machine.host().must("rpm", "-e", "keepalived");
            assertFalse(machine.host().exists(Machine.CONFIGURATION));
            machine.rpm("-i", Packages.ours());
            assertConfigured(machine);
        }
    }

    @Test
    void anInstallationAloneIsRefusedWhileKeepalivedIsThere() {
        try (var machine = withKeepalived()) {
            assertNotEquals(0, machine.dnf(repository(), "install", "jkeepalived").status());
            assertEquals(List.of("base", "keepalived"), machine.installed());
            machine.dnf(repository(), "install", "--allowerasing", "jkeepalived").orFail("with --allowerasing");
            assertEquals(List.of("base", "jkeepalived"), machine.installed());
        }
    }

    @Test
    void anUpdateOfTheMachineMovesNobodyOver() {
        try (var machine = withKeepalived()) {
            machine.dnf(repository(), "upgrade").orFail("upgrade");
            assertEquals(List.of("base", "keepalived"), machine.installed());
        }
    }
}
