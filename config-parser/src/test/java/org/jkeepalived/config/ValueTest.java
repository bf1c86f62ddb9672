package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, fractions and booleans. */
class ValueTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0x10|invalid number '0x10'", "12abc|invalid number '12abc'",
        "1.5|invalid number '1.5'", "1e1|invalid number '1e1'", "word|invalid number 'word'", "-1|negative number '-1'",
        "-0|negative number '-0'", "0|number '0' outside range [1, 255]", "256|number '256' outside range [1, 255]",
        "99999999999|number '99999999999' outside unsigned integer range",
        "999999999999999999999|number '999999999999999999999' outside unsigned integer range"})
    void aBadWholeNumberIsReportedAndTheDefaultUsed(String word, String message) {
        LoadResult result = Loads.instance("priority " + word);
        assertEquals(List.of(message, "(VI) Priority not valid! must be between 1 & 255. Using default 100"),
                Loads.messages(result));
        assertEquals(100, Loads.only(result).priority());
    }

    @Test
    void leadingZerosPlusAndBlanksInQuotesAreAccepted() {
        assertEquals(10, Loads.only(Loads.instance("priority 010")).priority());
        assertEquals(10, Loads.only(Loads.instance("priority +10")).priority());
        assertEquals(10, Loads.only(Loads.instance("priority \" 10\"")).priority());
    }

    @Test
    void trailingJunkIsAnErrorInATestAndAWarningForARunningDaemon() {
        String text = "vrrp_instance VI {\n" + Loads.INSTANCE + "garp_master_delay 7x\npriority 12abc\n}\n";
        LoadResult run = Loads.run(text);
        assertEquals(List.of("WARNING - invalid number '7x'", "invalid number '12abc'",
                "(VI) Priority not valid! must be between 1 & 255. Using default 100"), Loads.messages(run));
        assertEquals(7_000_000_000L, Loads.only(run).garp().masterDelayNanos());
        LoadResult test = Loads.test(text);
        assertEquals("(VI): garp_master_delay '7x' invalid - ignoring", Loads.messages(test).get(1));
        assertEquals(5_000_000_000L, Loads.only(test).garp().masterDelayNanos());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|number '0' outside range [0.000001, 4294.967295]",
        "-1|negative number '-1'", "word|invalid number 'word'", "1e3|invalid number '1e3'",
        "5000|number '5000' outside range [0.000001, 4294.967295]"})
    void aBadFractionIsReportedAndIgnored(String word, String message) {
        LoadResult result = Loads.test("global_defs {\nvrrp_garp_interval " + word + "\n}\n");
        assertEquals(List.of(message, "vrrp_garp_interval '" + word + "' is invalid"), Loads.messages(result));
        assertEquals(0, result.configuration().global().garpIntervalNanos());
    }

    @Test
    void moreDigitsThanTheUnitHasAreReportedAndRounded() {
        LoadResult result = Loads.test("global_defs {\nvrrp_garp_interval 0.1234567\n}\n");
        assertEquals(List.of("number '0.1234567' has too many decimal places"), Loads.messages(result));
        assertEquals(123_457_000L, result.configuration().global().garpIntervalNanos());
    }

    @Test
    void booleansAreLowerCaseWords() {
        for (String word : List.of("true", "on", "yes", "")) {
            assertTrue(Loads.only(Loads.instance("lower_prio_no_advert " + word)).lowerPrioNoAdvert(), word);
        }
        for (String word : List.of("TRUE", "True", "1", "0")) {
            assertEquals(List.of("(VI) invalid lower_prio_no_advert " + word + " specified"),
                    Loads.messages(Loads.instance("lower_prio_no_advert " + word)));
        }
    }

    @Test
    void zeroPacketsAreRaisedToOne() {
        LoadResult result = Loads.instance("garp_master_repeat 0", "garp_master_refresh_repeat 0");
        assertEquals(
                List.of("(VI): garp_master_repeat must be greater than 0, setting to 1",
                        "(VI): garp_master_refresh_repeat must be greater than 0, setting to 1"),
                Loads.messages(result));
        assertEquals(1, Loads.only(result).garp().masterRepeat());
    }

    @Test
    void badGlobalValuesAreReportedInKeepalivedsWords() {
        LoadResult result = Loads.test(
                "global_defs {\nvrrp_version 4\nvrrp_mcast_group4 10.0.0.1\nvrrp_mcast_group4 x\nvrrp_mcast_group6 ff05::12\n"
                        + "smtp_connect_timeout 0\nsmtp_alert maybe\nscript_user\nvrrp_garp_lower_prio_repeat x\nvrrp_garp_master_refresh x\n"
                        + "max_auto_priority 100\nmin_auto_priority_delay\nvrrp_rt_priority 0\numask 1 2\numask FOO\numask 01000\n"
                        + "dynamic_interfaces foo\ndefault_interface\nnotification_email_from\nsmtp_server 10.0.0 25\n}\n");
        assertEquals(List.of("number '4' outside range [2, 3]", "VRRP Error: Version must be either 2 or 3",
                "vrrp_mcast_group4 [10.0.0.1] is not multicast. Skipping",
                "Can't parse vrrp_mcast_group4 [x]. Skipping",
                "vrrp_mcast_group6 [ff05::12] should be link-local multicast.",
                "smtp_conect_timeout must be greater than 0, setting to 1",
                "Invalid value 'maybe' for global smtp_alert specified", "No script username specified",
                "invalid number 'x'", "Invalid vrrp_garp_lower_prio_repeat 'x'", "invalid number 'x'",
                "Invalid vrrp_garp_master_refresh 'x' - ignoring", "number '100' outside range [-1, 99]",
                "max_auto_priority '100' must be in [0, 99] (or -1 to disable) - ignoring",
                "min_auto_priority_delay requires delay time",
                "vrrp process real-time priority 0 less than minimum 1 - setting to minimum",
                "Extra parameter(s) to umask option", "Unknown umask bit FOO", "invalid umask value 01000",
                "Unknown dynamic_interfaces option 'foo'", "default_interface requires interface name",
                "emailfrom missing - ignoring", "Invalid smtp server 10.0.0 25"), Loads.messages(result));
    }

    private static List<String> umaskMessages(String value) {
        return Loads.messages(Loads.test("global_defs {\numask " + value + "\n}\n"));
    }

    @Test
    void theBitsOfAUmaskMayStandApart() {
        for (String value : List.of("IWGRP|IWOTH", "IWGRP | IWOTH", "IWGRP| IWOTH", "IWGRP |IWOTH")) {
            LoadResult result = Loads.test("global_defs {\numask " + value + "\n}\n");
            assertEquals(List.of(), Loads.messages(result), value);
            assertEquals(022, result.configuration().global().umask(), value);
        }
        assertEquals(List.of("Invalid umask syntax IWOTH"), umaskMessages("IWGRP IWOTH"));
        assertEquals(List.of("umask missing bit value"), umaskMessages("IWGRP |"));
        assertEquals(List.of("Unknown umask bit nonsense"), umaskMessages("IWGRP | nonsense"));
        assertEquals(List.of("Unknown umask bit |"), umaskMessages("|"));
        assertEquals(List.of("Extra parameter(s) to umask option"), umaskMessages("022 | IWOTH"));
    }
}
