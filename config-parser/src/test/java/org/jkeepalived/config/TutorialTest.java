package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jkeepalived.config.settings.InitialState;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.ScriptSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations in the manner of widely read tutorials, quirks included: each one runs. */
class TutorialTest {
    private static final List<String> ZERO_GAPS = List.of("number '0' outside range [0.000001, 4294.967295]",
            "vrrp_garp_interval '0' is invalid", "number '0' outside range [0.000001, 4294.967295]",
            "vrrp_gna_interval '0' is invalid");
    private static final String SECURITY = "SECURITY VIOLATION - scripts are being executed but script_security not enabled.";

    private static LoadResult load(String name) throws IOException {
        FakeHost host = new FakeHost();
        for (String program : List.of("nginx_health_check.sh", "nginx_check.sh", "tomcat_check.sh", "a.sh", "b.sh")) {
            host.program("/etc/keepalived/" + program, 0755, 0);
        }
        try (InputStream in = TutorialTest.class.getResourceAsStream("tutorials/" + name + ".conf")) {
            return ConfigLoader.loadText(name + ".conf", new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    LoadOptions.test(host));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-nginx-master", "a-nginx-backup", "a-nginx-master-nopreempt", "a-nginx-backup-nopreempt"})
    void nginxWithACheckThatRestartsIt(String name) throws IOException {
        LoadResult result = load(name);
        assertEquals(List.of(SECURITY), Loads.messages(result));
        assertEquals(6, result.outcome().testExitCode());
        assertTrue(result.outcome().starts());
        InstanceSettings instance = Loads.only(result);
        assertEquals(name.contains("master") ? 100 : 99, instance.priority());
        assertEquals(name.equals("a-nginx-master") ? InitialState.MASTER : InitialState.BACKUP, instance.state());
        assertEquals(name.endsWith("nopreempt"), instance.nopreempt());
        assertEquals("1111", instance.password());
        assertEquals(2, instance.version());
        assertEquals("192.168.157.100", instance.addresses().getFirst().address().toString());
        assertEquals(32, instance.addresses().getFirst().prefixLength());
        assertEquals(-20, instance.trackScripts().getFirst().weight());
        ScriptSettings script = result.configuration().scripts().getFirst();
        assertEquals(5_000_000_000L, script.intervalNanos());
        assertEquals("root", script.command().user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"b-nginx-master", "b-nginx-backup"})
    void nginxWithGluedBracesAnEmptyMailBlockAndZeroGaps(String name) throws IOException {
        LoadResult result = load(name);
        assertEquals("Warning - empty notification_email block", Loads.messages(result).getFirst());
        assertEquals(ZERO_GAPS, Loads.messages(result).subList(1, 5));
        assertEquals("(Line 4) Warning - empty notification_email block", result.diagnostics().getFirst().logLine());
        InstanceSettings instance = Loads.only(result);
        assertEquals(name.contains("master") ? "192.168.1.163" : "192.168.1.109", instance.sourceAddress().toString());
        assertEquals(24, instance.addresses().getFirst().prefixLength());
        assertEquals("chk_nginx", instance.trackScripts().getFirst().name());
        assertTrue(instance.skipCheckAdvAddr());
    }

    @Test
    void haproxyWithStrictModeIgnoresThePassword() throws IOException {
        LoadResult master = load("c-haproxy-master");
        assertEquals(
                List.of("(lb_ha) State MASTER must match being address owner",
                        "(lb_ha) Strict mode does not support authentication. Ignoring."),
                Loads.messages(master).subList(2, 4));
        assertEquals(1,
                master.diagnostics()
                        .stream()
                        .filter(finding -> finding.message().contains("no firewall rule"))
                        .count());
        assertNull(Loads.only(master).password());
        assertFalse(Loads.only(master).accept());
        assertEquals(100, Loads.only(master).priority());
        assertEquals(100_000_000_000L, master.configuration().global().garpIntervalNanos());
    }

    @Test
    void haproxyBackupHasSlashesAfterItsValues() throws IOException {
        LoadResult backup = load("c-haproxy-backup");
        assertEquals(90, Loads.only(backup).priority());
        assertEquals(InitialState.BACKUP, Loads.only(backup).state());
        assertEquals(5, backup.outcome().testExitCode());
        assertEquals(ZERO_GAPS, Loads.messages(backup).subList(0, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d-tomcat-master", "d-tomcat-backup", "d-tomcat-master-notify", "d-tomcat-backup-notify",
        "d-tomcat-master-notify-unclosed", "d-tomcat-backup-notify-unclosed"})
    void tomcatWithMailNotifyScriptsAndAMissingFinalBrace(String name) throws IOException {
        LoadResult result = load(name);
        boolean unclosed = name.endsWith("unclosed");
        assertEquals(unclosed ? List.of("There are 1 missing '}'s or extra '{'s", SECURITY) : List.of(SECURITY),
                Loads.messages(result));
        assertTrue(result.outcome().starts());
        assertEquals(unclosed, !result.outcome().closesItsBlocks());
        InstanceSettings instance = Loads.only(result);
        assertEquals(2_000_000_000L, instance.advertIntervalNanos());
        assertEquals(name.contains("notify"), instance.notifyScripts().master() != null);
        assertEquals("mail.example.com", result.configuration().global().mail().server());
        assertEquals(3, result.configuration().global().mail().recipients().size());
        assertEquals(3, result.configuration().scripts().getFirst().fall());
        assertEquals(2, result.configuration().scripts().getFirst().rise());
    }
}
