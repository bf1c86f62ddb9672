package org.jkeepalived.daemon.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** printf(3), ctime(3), RFC 8259. */
class ReportTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1000000, 1", "500000, 0.5", "1250000, 1.25", "40950000, 40.95", "12000000, 12",
        "100000000, 100", "1, 1e-06", "10, 1e-05", "15, 1.5e-05", "100, 0.0001", "123456, 0.123456", "1234567, 1.23457",
        "999999000000, 999999", "1000000000000, 1e+06", "4294000000, 4294", "700000, 0.7"})
    void percentGHasSixSignificantDigitsAndNoTrailingZeros(long micros, String text) {
        assertEquals(text, Report.general(micros));
    }

    @Test
    void percentFHasSixDecimals() {
        assertEquals("0.000001", Report.seconds(1));
        assertEquals("1795226108.892874", Report.seconds(1_795_226_108_892_874L));
    }

    @Test
    void aTimeIsShownAsNumberAndInTheZoneOfTheHost() {
        assertEquals("1795226108.002874 (Sat Nov 21 01:55:08.002874 2026)",
                new Report(ZoneOffset.UTC).time(1_795_226_108_002_874L));
        assertEquals("1795226108.002874 (Sat Nov 21 02:55:08.002874 2026)",
                new Report(ZoneId.of("Europe/Berlin")).time(1_795_226_108_002_874L));
        assertEquals("0.000000 (Thu Jan  1 00:00:00.000000)", new Report(ZoneOffset.UTC).timeWithoutYear(0));
    }

    @Test
    void jsonEscapesQuotesBackslashesSolidiAndControls() {
        var json = new JsonText().open('{')
                .string("a", "\"\\/\n\t\r\u0001é")
                .strings("none", List.of())
                .strings("some", List.of("x", "y"))
                .bit("b", true)
                .close('}');
        assertEquals("{\"a\":\"\\\"\\\\\\/\\n\\t\\r\\u0001é\",\"some\":[\"x\",\"y\"],\"b\":1}", json.toString());
    }
}
