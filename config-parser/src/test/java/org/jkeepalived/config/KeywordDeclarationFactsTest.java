package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.keywords.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defaults and ranges of the list of facts, which were tried with keepalived, are those of the declarations. */
class KeywordDeclarationFactsTest {
    private static final Pattern RANGE = Pattern.compile("(-?[0-9.]*[0-9])?\\.\\.(-?[0-9.]*[0-9])?");
    private static final String YES_NO = "true|on|yes|false|off|no";

    @TempDir
    Path folder;

    @Test
    void theDefaultIsTheDeclarations() {
        List<String> different = new ArrayList<>();
        for (KeywordFact fact : facts()) {
            Keyword<?> keyword = declared(fact.path());
            if (keyword != null && fact.unwritten() != null && !sameDefault(fact.unwritten(), keyword.defaultText())) {
                different.add(fact.path() + ": " + fact.unwritten() + ", declared " + keyword.defaultText());
            }
        }
        assertEquals("", String.join("\n", different));
    }

    @Test
    void theRangeIsTheDeclarations() {
        List<String> different = new ArrayList<>();
        for (KeywordFact fact : facts()) {
            Keyword<?> keyword = declared(fact.path());
            if (keyword != null && fact.values() != null && !sameValues(fact.values(), keyword.type().accepts())) {
                different.add(fact.path() + ": " + fact.values() + ", declared " + keyword.type().accepts());
            }
        }
        assertEquals("", String.join("\n", different));
    }

    private List<KeywordFact> facts() {
        Set<String> paths = new HashSet<>();
        return new KeywordFacts(folder).rows().stream().filter(fact -> paths.add(fact.path())).toList();
    }

    /** The declaration of {@code block/keyword}, or null for a word of another kind. */
    private static Keyword<?> declared(String path) {
        Keywords<?> block = Language.keywords();
        Keyword<?> keyword = null;
        for (String name : path.split("/")) {
            keyword = block == null ? null : block.get(name);
            if (keyword == null || !keyword.name().equals(name)) {
                return null;
            }
            block = keyword.body() instanceof Body.Free ? null : keyword.body().keywords();
        }
        return keyword;
    }

    /** A yes or no that is off is declared as false; a number may be explained behind it, or whence it is inherited before it. */
    private static boolean sameDefault(String fact, String declared) {
        String value = fact.equals("off") && declared.equals("false") ? "false" : fact;
        return declared.equals(value) || declared.startsWith(value + ",") || declared.startsWith(value + ";")
                || declared.endsWith(", " + value);
    }

    /** Where a declaration names its value only (IFNAME), or words to choose from, it says nothing to compare. */
    private static boolean sameValues(String fact, String declared) {
        if (fact.equals(YES_NO)) {
            return declared.startsWith(YES_NO.replace("|", ", "));
        }
        Matcher wanted = RANGE.matcher(fact);
        if (!wanted.lookingAt()) {
            return declared.contains(fact);
        }
        Matcher found = RANGE.matcher(declared);
        while (found.find()) {
            if (same(wanted.group(1), found.group(1)) && same(wanted.group(2), found.group(2))) {
                return true;
            }
        }
        return !RANGE.matcher(declared).find() && !declared.contains("up to ")
                || wanted.group(1) == null && declared.contains("up to " + wanted.group(2));
    }

    private static boolean same(String one, String other) {
        return one == null || other == null ? one == other : new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }
}
