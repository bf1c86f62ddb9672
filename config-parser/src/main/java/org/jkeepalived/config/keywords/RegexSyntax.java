package org.jkeepalived.config.keywords;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The faults of a regular expression that can be told without the library that will match it: parentheses, classes, quantifiers and a backslash at the
 * end, in the words of PCRE2 and at the offsets that it names.
 */
final class RegexSyntax {
    /** What follows the parenthesis of a group that is more than one, as far as it is no letter. */
    private static final Pattern GROUP_OPENING = Pattern.compile("\\*|\\?(?:<?[=!]|[:>|])?");

    private final String regex;
    private final boolean extended;
    private final boolean emptyClass;
    private int at;
    private int depth;
    /** What stands before can be repeated. */
    private boolean repeatable;

    private RegexSyntax(String regex, Set<String> options) {
        this.regex = regex;
        extended = options.contains("extended");
        emptyClass = options.contains("allow_empty_class");
    }

    /**
     * What is wrong.
     *
     * @param offset how far the expression was read
     * @param message PCRE2's
     */
    record Fault(int offset, String message) {}

    /** The first fault, or null when none is found. */
    static Fault check(String regex, Set<String> options) {
        return new RegexSyntax(regex, options).run();
    }

    private Fault run() {
        while (at < regex.length()) {
            Fault fault = next();
            if (fault != null) {
                return fault;
            }
        }
        return depth > 0 ? new Fault(regex.length(), "missing closing parenthesis") : null;
    }

    private Fault next() {
        char c = regex.charAt(at++);
        switch (c) {
            case '\\' -> {
                return escape();
            }
            case '[' -> {
                return characterClass();
            }
            case '(' -> {
                return group();
            }
            case ')' -> {
                if (depth == 0) {
                    return new Fault(at - 1, "unmatched closing parenthesis");
                }
                depth--;
                repeatable = true;
            }
            case '*', '+', '?' -> {
                return quantifier(at - 1);
            }
            case '{' -> {
                return counted();
            }
            case '|' -> repeatable = false;
            case '#' -> {
                if (extended) {
                    int end = regex.indexOf('\n', at);
                    at = end < 0 ? regex.length() : end + 1;
                } else {
                    repeatable = true;
                }
            }
            default -> repeatable = !extended || !Character.isWhitespace(c) || repeatable;
        }
        return null;
    }

    private Fault escape() {
        if (at == regex.length()) {
            return new Fault(at, "\\ at end of pattern");
        }
        char c = regex.charAt(at++);
        if (c == 'Q') {
            int end = regex.indexOf("\\E", at);
            at = end < 0 ? regex.length() : end + 2;
        }
        if (c == 'c' && at++ == regex.length()) {
            return new Fault(at - 1, "\\c at end of pattern");
        }
        repeatable = true;
        return null;
    }

    private Fault characterClass() {
        if (at < regex.length() && regex.charAt(at) == '^') {
            at++;
        }
        if (at < regex.length() && regex.charAt(at) == ']' && !emptyClass) {
            at++;
        }
        while (at < regex.length() && regex.charAt(at) != ']') {
            boolean named = regex.startsWith("[:", at) && regex.indexOf(":]", at + 2) > 0;
            if (named) {
                at = regex.indexOf(":]", at + 2) + 2;
            } else {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
        }
        if (at >= regex.length()) {
            return new Fault(regex.length(), "missing terminating ] for character class");
        }
        at++;
        repeatable = true;
        return null;
    }

    private Fault group() {
        if (regex.startsWith("?#", at)) {
            int end = regex.indexOf(')', at);
            if (end < 0) {
                return new Fault(regex.length(), "missing ) after (?# comment");
            }
            at = end + 1;
            return null;
        }
        Matcher opening = GROUP_OPENING.matcher(regex).region(at, regex.length());
        if (opening.lookingAt()) {
            at = opening.end();
        }
        depth++;
        repeatable = false;
        return null;
    }

    /** A quantifier at this offset, with the sign that makes it lazy or possessive. */
    private Fault quantifier(int offset) {
        if (!repeatable) {
            return new Fault(offset, "quantifier does not follow a repeatable item");
        }
        if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
        repeatable = false;
        return null;
    }

    /** {@code {n}}, {@code {n,}} or {@code {n,m}}; a brace with anything else is a character. */
    private Fault counted() {
        int start = at;
        int end = start;
        while (end < regex.length() && (Character.isDigit(regex.charAt(end)) || regex.charAt(end) == ',')) {
            end++;
        }
        String inside = regex.substring(start, end);
        int comma = inside.indexOf(',');
        boolean counts = end < regex.length() && regex.charAt(end) == '}' && !inside.isEmpty() && comma != 0
                && comma == inside.lastIndexOf(',');
        if (!counts) {
            repeatable = true;
            return null;
        }
        at = end + 1;
        if (comma > 0 && comma < inside.length() - 1 && order(inside, comma) < 0) {
            return new Fault(end, "numbers out of order in {} quantifier");
        }
        return quantifier(start - 1);
    }

    private static int order(String inside, int comma) {
        String least = inside.substring(0, comma);
        String most = inside.substring(comma + 1);
        return most.length() == least.length() ? most.compareTo(least) : most.length() - least.length();
    }
}
