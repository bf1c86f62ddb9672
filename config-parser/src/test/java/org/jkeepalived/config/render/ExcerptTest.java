package org.jkeepalived.config.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A line of a file as a terminal shows it. */
class ExcerptTest {
    private static void shows(String line, String word, String shown, String underline) {
        Excerpt excerpt = new Excerpt(line, line.indexOf(word), word.length(), 60);
        assertEquals(shown, excerpt.text());
        assertEquals(underline, excerpt.underline());
    }

    @Test
    void aTabIsAsWideAsItIsShown() {
        shows("\tpriority\t300", "300", "    priority    300", "                ^^^");
        shows("a\tb", "b", "a   b", "    ^");
    }

    @Test
    void wideCharactersTakeTwoColumnsAndCombiningOnesNone() {
        shows("router_id \u4e2d\u6587 x", "x", "router_id \u4e2d\u6587 x", "               ^");
        shows("router_id \u4e2d\u6587", "\u4e2d\u6587", "router_id \u4e2d\u6587", "          ^^^^");
        shows("e\u0301 x", "x", "e\u0301 x", "  ^");
        shows("\ud83d\ude00 x", "x", "\ud83d\ude00 x", "   ^");
    }

    @Test
    void whatATerminalWouldActOnIsAQuestionMark() {
        shows("router_id \u001b[31mred", "red", "router_id ?[31mred", "               ^^^");
        shows("router_id \udcff x", "x", "router_id ? x", "            ^");
        shows("a\u202eb", "b", "a?b", "  ^");
    }

    @Test
    void aLineThatIsTooWideIsCutAroundTheWord() {
        String line = "x".repeat(200) + " WORD " + "y".repeat(200);
        Excerpt excerpt = new Excerpt(line, 201, 4, 60);
        assertTrue(excerpt.text().length() <= 60, excerpt.text());
        assertTrue(excerpt.text().startsWith("...x") && excerpt.text().endsWith("y..."), excerpt.text());
        assertEquals("WORD", excerpt.text().substring(excerpt.underline().indexOf('^'), excerpt.underline().length()));
    }

    @Test
    void theStartAndTheEndOfAWideLineAreCutOnOneSideOnly() {
        String line = "WORD " + "y".repeat(200);
        Excerpt start = new Excerpt(line, 0, 4, 60);
        assertTrue(start.text().startsWith("WORD y") && start.text().endsWith("..."), start.text());
        assertEquals("^^^^", start.underline());
        String other = "x".repeat(200) + " WORD";
        Excerpt end = new Excerpt(other, 201, 4, 60);
        assertTrue(end.text().startsWith("...") && end.text().endsWith(" WORD"), end.text());
        assertEquals(end.text().length(), end.underline().length());
    }

    @Test
    void aWordWiderThanTheLineIsUnderlinedAsFarAsItIsShown() {
        Excerpt excerpt = new Excerpt("router_id " + "x".repeat(300), 10, 300, 60);
        assertTrue(excerpt.underline().length() <= 60, excerpt.underline());
        assertTrue(excerpt.underline().endsWith("^^^"), excerpt.underline());
    }

    @Test
    void aPlaceOutsideTheLineStillHasACaret() {
        assertEquals("   ^", new Excerpt("abc", 17, 1, 60).underline());
        assertEquals("^", new Excerpt("", 0, 1, 60).underline());
    }
}
