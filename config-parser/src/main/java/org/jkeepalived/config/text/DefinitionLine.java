package org.jkeepalived.config.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line {@code $NAME=value}.
 *
 * @param name
 *            letter or underscore, then letters, digits, underscores
 * @param value
 *            the rest of the line without comment, surrounding blanks and trailing backslash
 * @param continued
 *            ended in a backslash: the next lines belong to it
 */
record DefinitionLine(String name, String value, boolean continued) {
    private static final Pattern FORM = Pattern.compile("\\s*\\$([A-Za-z_][A-Za-z0-9_]*)=(.*)", Pattern.DOTALL);

    /** Null when the line is no definition. */
    static DefinitionLine parse(String line) {
        Matcher matcher = FORM.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        String value = CommentCutter.cut(matcher.group(2)).strip();
        boolean continued = value.endsWith("\\");
        return new DefinitionLine(matcher.group(1), continued ? value.substring(0, value.length() - 1).strip() : value,
                continued);
    }
}
