package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jkeepalived.config.settings.BodyPattern;
import org.jkeepalived.config.settings.HttpCheckSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** regex in a url: how the line is read, and what PCRE2 says of patterns that it does not take. */
class RegexTest {
    private static LoadResult url(String regex) {
        return CheckerLoads.load("HTTP_GET {\nurl {\npath /\n" + regex + "\n}\n}");
    }

    private static BodyPattern pattern(LoadResult result) {
        return ((HttpCheckSettings) CheckerLoads.checkers(result).getFirst()).urls().getFirst().pattern();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '%', value = {"(x;2;missing closing parenthesis",
        "a);1;unmatched closing parenthesis", "[a;2;missing terminating ] for character class",
        "[];2;missing terminating ] for character class", "[^];3;missing terminating ] for character class",
        "*a;0;quantifier does not follow a repeatable item", "a**;2;quantifier does not follow a repeatable item",
        "a+++;3;quantifier does not follow a repeatable item", "a|*;2;quantifier does not follow a repeatable item",
        "(?:*);3;quantifier does not follow a repeatable item", "a{3,2};5;numbers out of order in {} quantifier",
        "(?#foo;6;missing ) after (?# comment", "(?P<n>a;7;missing closing parenthesis"})
    void whatCannotBeReadIsNamedWithItsOffset(String regex, int offset, String message) {
        LoadResult result = url("regex \"" + regex + "\"");
        assertEquals(List.of("Invalid regex: '" + regex + "' at offset " + offset + ": " + message),
                CheckerLoads.logged(result));
        assertEquals(List.of(), CheckerLoads.counted(result));
        assertNull(pattern(result));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{,3}", "{", "a{2}?b", "a*?b++c", "[]a]", "[^]a]", "[[:alpha:]]", "(?i)a|b", "a{x}",
        "(?<n>a)(?=b)", "()", "x{2,}"})
    void whatCanBeReadIsKept(String regex) {
        LoadResult result = url("regex \"" + regex + "\"");
        assertEquals(List.of(), CheckerLoads.logged(result));
        assertEquals(regex, pattern(result).regex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '%', value = {"\"\\d\";d", "\"\\\\d\";\\d", "\\x41b;Ab", "'a b';a b",
        "\"a\\101b\";aAb", "\"\\t\";%\t%", "\"\\\\(\";\\("})
    void aBackslashOfThePatternIsWrittenTwice(String written, String regex) {
        LoadResult result = url("regex " + written);
        assertEquals(regex, pattern(result).regex());
        String text = CheckerLoads.file(CheckerLoads.SECURE, "HTTP_GET {\nurl {\npath /\nregex " + written + "\n}\n}");
        EffectiveRoundTripTest.printed(text, LoadOptions.test(CheckerLoads.host()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '%', value = {"regex_options allow_empty_class;[]",
        "regex_options extended;a # (b"})
    void optionsChangeWhatCanBeRead(String options, String regex) {
        LoadResult result = url(options + "\nregex \"" + regex + "\"");
        assertEquals(List.of(), CheckerLoads.logged(result));
        assertEquals(regex, pattern(result).regex());
    }
}
