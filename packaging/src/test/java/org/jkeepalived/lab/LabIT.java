package org.jkeepalived.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The test network itself. */
@NeedsLab
class LabIT {
    private static final HostSpec ONE = new HostSpec("one", "ens33", 1, List.of("10.9.0.1/24", "fd09::1/64"));
    private static final HostSpec TWO = new HostSpec("two", "eth0", 2, List.of("10.9.0.2/24"));
    private static final Duration SHORTLY = Duration.ofSeconds(10);

    @Test
    void aHostHasItsOwnFilesNamesProcessesAndLog() {
        try (var lab = new Lab()) {
            Host host = lab.host(ONE);
            assertEquals("one\n", host.must("hostname"));
            host.write("/etc/keepalived/check.sh", "#!/bin/sh\nexit 3\n", "rwxr-xr-x");
            assertEquals(3, host.run("/etc/keepalived/check.sh").status());
            assertEquals(List.of(), host.processNames());
            host.must("logger", "-t", "someone", "hello");
            lab.await("the log has the line", SHORTLY,
                    () -> host.log().stream().anyMatch(line -> line.contains("someone: hello")));
            assertTrue(host.kernel().has("10.9.0.1"));
            assertTrue(host.kernel().has(ONE.linkLocal()));
            assertFalse(host.exists("/run/keepalived.pid"));
        }
    }

    @Test
    void hostsReachEachOtherUntilACableIsCut() {
        try (var lab = new Lab()) {
            Host one = lab.host(ONE);
            lab.host(TWO);
            Pinger pinger = lab.ping(one, TWO.address());
            lab.await("pings are answered", SHORTLY, () -> pinger.answers() > 3);
            lab.bridge().cut(TWO);
            Eventually.sleep(Duration.ofSeconds(1));
            assertEquals(List.of(), pinger.gaps());
            lab.bridge().mend(TWO);
            lab.await("the gap is seen once it ends", SHORTLY, () -> pinger.gaps().size() == 1);
        }
    }

    @Test
    void nothingIsLeftOfAHostThatWasSwitchedOff() {
        long firstProcess;
        try (var lab = new Lab()) {
            Host host = lab.host(ONE);
            Child sleeper = host.spawn("sleep", "1000");
            firstProcess = host.firstProcess();
            host.powerOff();
            lab.await("its processes have gone", SHORTLY, () -> !sleeper.isRunning());
        }
        assertFalse(ProcessHandle.of(firstProcess).isPresent());
        assertTrue(Command.run(List.of("ip", "link"), new byte[0])
                .out()
                .lines()
                .noneMatch(line -> line.contains("ens33")));
    }

    @Test
    void whatIsInjectedIsCapturedAndDecodedByBothDecoders() {
        try (var lab = new Lab()) {
            Host host = lab.host(ONE);
            try (var injector = new Injector(host, ONE)) {
                injector.send(VrrpFrame.v2(ONE).password("secret").addresses("10.9.0.100", "10.9.0.101"));
                injector.send(VrrpFrame.v3(ONE).priority(7).interval(40).addresses("10.9.0.100"));
                injector.send(VrrpFrame.v3Ipv6(ONE).addresses("fe80::100", "fd09::100"));
            }
            lab.await("three adverts are captured", SHORTLY, () -> lab.capture().adverts().size() == 3);
            List<Advert> adverts = lab.capture().adverts();
            assertEquals(List.of("10.9.0.100", "10.9.0.101"), adverts.getFirst().addresses());
            assertEquals("secret\0\0",
                    new String(adverts.getFirst().authData(), java.nio.charset.StandardCharsets.US_ASCII));
            assertTrue(adverts.getFirst().plainChecksumIsRight());
            assertEquals(7, adverts.get(1).priority());
            assertEquals(40, adverts.get(1).interval());
            assertTrue(adverts.get(1).pseudoHeaderChecksumIsRight());
            assertTrue(adverts.get(2).pseudoHeaderChecksumIsRight());
            assertEquals(List.of("fe80::100", "fd09::100"), adverts.get(2).addresses());
            Tshark.assertNoComplaints(lab.capture().pcap());
            assertEquals(List.of("2|51|100", "3|51|7", "3|51|100"),
                    Tshark.fields(lab.capture().pcap(), "vrrp", "vrrp.version", "vrrp.virt_rtr_id", "vrrp.prio"));
        }
    }

    @Test
    void aWrongChecksumIsComplainedOf() {
        try (var lab = new Lab()) {
            Host host = lab.host(ONE);
            try (var injector = new Injector(host, ONE)) {
                injector.send(VrrpFrame.v2(ONE).addresses("10.9.0.100").wrongChecksum());
            }
            lab.await("it is captured", SHORTLY, () -> lab.capture().adverts().size() == 1);
            assertFalse(lab.capture().adverts().getFirst().plainChecksumIsRight());
            org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class,
                    () -> Tshark.assertNoComplaints(lab.capture().pcap()));
        }
    }
}
