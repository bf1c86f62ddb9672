package org.jkeepalived.config.settings;

/** Writes words so that they read back as they are. */
public final class Quoting {
    private Quoting() {}

    /** The word, in double quotes where blanks, braces, backslashes or comment signs need them. A word with a double quote inside cannot be written. */
    public static String word(String text) {
        boolean plain = !text.isEmpty() && text.chars()
                .noneMatch(c -> c <= ' ' || c == '#' || c == '!' || c == '{' || c == '}' || c == '$' || c == '@'
                        || c == '~' || c == '\\');
        return plain ? text : '"' + text + '"';
    }

    /** USER [GROUP] as it is written, or null without user. */
    public static String account(String user, String group) {
        return user == null ? null : word(user) + (group == null ? "" : " " + word(group));
    }
}
