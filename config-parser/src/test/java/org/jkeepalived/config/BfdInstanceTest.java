package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.settings.BfdSettings;
import org.junit.jupiter.api.Test;

/** bfd_instance: bad values and checks at the closing brace, in the words of keepalived 2.2.7. */
class BfdInstanceTest {
    private static final String WHO = "Configuration error: BFD instance ";

    private static List<String> said(LoadResult result) {
        return result.diagnostics()
                .stream()
                .filter(d -> d.exitClass() != ExitClass.NOTICE)
                .map(d -> d.position().line() + " " + d.message())
                .toList();
    }

    private static List<String> names(LoadResult result) {
        return result.configuration().trackSources().sessions().stream().map(BfdSettings::name).toList();
    }

    @Test
    void badValuesAreReportedAndIgnored() {
        LoadResult result = Loads.test("""
                bfd_instance c {
                neighbor_ip 10.99.0.1
                source_ip foo
                min_rx 0
                min_tx 4294968
                idle_tx 999
                min_rx 5x
                multiplier 256
                ttl x
                max_hops -2
                weight 254
                weight 3 foo
                multihop maybe
                }
                """);
        assertEquals(List.of("3 " + WHO + "c has malformed source address foo, ignoring",
                "4 number '0' outside range [1.000, 4294967.000]",
                "4 " + WHO + "c min_rx value 0 is not valid (must be in range [1-4294967]), ignoring",
                "5 number '4294968' outside range [1.000, 4294967.000]",
                "5 " + WHO + "c min_tx value 4294968 is not valid (must be in range [1-4294967]), ignoring",
                "6 number '999' outside range [1000.000, 4294967.000]",
                "6 " + WHO + "c idle_tx value 999 is not valid (must be in range [1000-4294967]), ignoring",
                "7 invalid number '5x'",
                "7 " + WHO + "c min_rx value 5x is not valid (must be in range [1-4294967]), ignoring",
                "8 number '256' outside range [1, 255]",
                "8 " + WHO + "c multiplier value 256 not valid (must be in range [1-255]), ignoring",
                "9 invalid number 'x'",
                "9 " + WHO + "c ttl/hoplimit value x not valid (must be in range [1-255]), ignoring",
                "10 number '-2' outside range [-1, 255]",
                "10 " + WHO + "c max_hops value -2 not valid (must be in range [-1-255]), ignoring",
                "11 number '254' outside range [-253, 253]",
                "11 " + WHO + "c weight value 254 not valid (must be in range [-253-253]), ignoring",
                "12 " + WHO + "c unknown weight option foo",
                "13 " + WHO + "c multihop value maybe not valid, ignoring"), said(result));
        assertEquals(5, result.outcome().testExitCode());
        assertEquals(10_000_000L, result.configuration().trackSources().sessions().getFirst().minRxNanos());
    }

    @Test
    void anIntervalThatMakesNoSenseIsLoggedOnlyAndUsed() {
        LoadResult result = Loads.test("bfd_instance c {\nneighbor_ip 10.99.0.1\nmin_rx 10001\n}\n");
        assertEquals("Configuration warning: BFD instance c min_rx value 10001 is larger than max sensible (10000)",
                result.diagnostics()
                        .stream()
                        .filter(d -> d.code().equals("value-without-sense"))
                        .map(Diagnostic::message)
                        .findFirst()
                        .orElseThrow());
        assertEquals(0, result.outcome().testExitCode());
    }

    @Test
    void aSessionWithoutUsableNeighbourIsDroppedAndNothingElseInItIsReported() {
        LoadResult result = Loads.test("bfd_instance a {\n}\nbfd_instance b {\nneighbor_ip foo\nmin_rx 0\nttl 0\n}\n");
        assertEquals(List.of("2 " + WHO + "a has no neighbor address set, disabling instance",
                "4 " + WHO + "b has malformed neighbor address foo, ignoring instance"), said(result));
        assertEquals(List.of(), names(result));
    }

    @Test
    void neighborIpWithoutValueEndsTheTestInsteadOfTheProcess() {
        LoadResult result = Loads.test("bfd_instance a {\nneighbor_ip\n}\n");
        assertEquals(2, result.outcome().testExitCode());
        assertEquals("*** Configuration line starting `neighbor_ip` is missing a parameter after keyword `neighbor_ip`"
                + " at word position 2", Loads.messages(result).getFirst());
    }

    @Test
    void addressesOfTwoFamiliesDisableTheSession() {
        LoadResult result = Loads.test("bfd_instance j {\nneighbor_ip 10.99.0.7\nsource_ip 2001:db8::1\n}\n");
        assertEquals(List.of("4 " + WHO + "j source address 2001:db8::1 and neighbor address 10.99.0.7 are not"
                + " of the same family, disabling instance"), said(result));
        assertEquals(List.of(), names(result));
    }

    @Test
    void sessionsThatCannotBeToldApartAreDropped() {
        LoadResult result = Loads.test("""
                bfd_instance g {
                neighbor_ip 10.99.0.6
                }
                bfd_instance h {
                neighbor_ip 10.99.0.6
                }
                bfd_instance i {
                neighbor_ip 10.99.0.6
                source_ip 10.99.0.9
                }
                bfd_instance k {
                neighbor_ip 10.99.0.7
                source_ip 10.99.0.9
                }
                bfd_instance l {
                neighbor_ip 10.99.0.7
                source_ip 10.99.0.10
                }
                """);
        assertEquals(
                List.of("6 " + WHO + "h has duplicate neighbor address 10.99.0.6, ignoring instance",
                        "10 " + WHO + "i has duplicate source/neighbor address 10.99.0.9/10.99.0.6, ignoring instance"),
                said(result));
        assertEquals(List.of("g", "k", "l"), names(result));
    }

    @Test
    void aNameIsUniqueAndHas31CharactersAtMost() {
        String longest = "abcdefghijklmnopqrstuvwxyz12345";
        LoadResult result = Loads.test("bfd_instance " + longest + " {\nneighbor_ip 10.99.0.6\n}\nbfd_instance "
                + longest + "6 {\nneighbor_ip 10.99.0.7\n}\nbfd_instance " + longest
                + " {\nneighbor_ip 10.99.0.8\nttl 0\n}\n");
        assertEquals(List.of("4 " + WHO + longest + "6 name too long (maximum length is 31 characters) - ignoring",
                "7 " + WHO + longest + " already configured - ignoring"), said(result));
        assertEquals(List.of(longest), names(result));
    }

    @Test
    void moreHopsThanTheTtlAllowsAreCutToIt() {
        LoadResult result = Loads.test("bfd_instance m {\nneighbor_ip 10.99.0.10\nmax_hops 10\nttl 5\n}\n"
                + "bfd_instance o {\nneighbor_ip 2001:db8::5\nmax_hops 100\n}\n");
        assertEquals(List.of("5 BFD instance m: max_hops exceeds ttl/hoplimit - setting to ttl/hoplimit",
                "9 BFD instance o: max_hops exceeds ttl/hoplimit - setting to ttl/hoplimit"), said(result));
        assertEquals(List.of(5, 64),
                result.configuration().trackSources().sessions().stream().map(BfdSettings::maxHops).toList());
    }
}
