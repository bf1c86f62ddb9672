package org.jkeepalived.config.lexer;

/**
 * A line {@code $NAME=value}.
 *
 * @param name letter or underscore, then letters, digits, underscores
 * @param value the rest of the line without comment, surrounding blanks and trailing backslash
 * @param continued ended in a backslash: the next lines belong to it
 */
record DefinitionLine(String name, String value, boolean continued) {

    /** Null when the line is no definition. */
    static DefinitionLine parse(String line) {
        int dollar = Blanks.start(line);
        int equals = dollar < line.length() && line.charAt(dollar) == '$' ? line.indexOf('=', dollar) : -1;
        if (equals < 0 || !Definitions.isName(line.substring(dollar + 1, equals))) {
            return null;
        }
        String value = Blanks.strip(CommentCutter.cut(line.substring(equals + 1)));
        boolean continued = value.endsWith("\\");
        return new DefinitionLine(line.substring(dollar + 1, equals), continued ? withoutBackslash(value) : value,
                continued);
    }

    /** A continuation line, its comment already cut, without its backslash. */
    static String withoutBackslash(String line) {
        return Blanks.strip(line.substring(0, line.length() - 1));
    }
}
