package org.jkeepalived.config;

import java.util.regex.Pattern;

/**
 * One row of the list of facts, {@code keyword-facts.tsv}.
 *
 * @param number its line in the list
 * @param path block/keyword; a sub-language stands in parentheses
 * @param unwritten the value when it is not given, or null where there is not one
 * @param values its range or words, or null where there is not one range
 * @param replacedBy the word to use instead of this one, with {@code =} in front when both are equally good, or null
 * @param context name of the file around the statement
 * @param good a statement that is taken without a finding, or null
 * @param bad one that is not, or null
 */
record KeywordFact(
        int number,
        String path,
        String unwritten,
        String values,
        String replacedBy,
        String context,
        String good,
        Bad bad) {
    private static final int COLUMNS = 11;
    private static final String NONE = "-";
    private static final String DITTO = ".";
    /** Paths that end in a description or are a sub-language as a whole. */
    private static final Pattern DESCRIBED = Pattern.compile(".*[\\[\\])]|.*/(ADDR|MAC|TYPE)");

    /**
     * What keepalived says to a bad statement.
     *
     * @param exit exit code of a test; 0 when the fault is only logged
     * @param at the statement's line that is named, from 1, or 0 for none
     * @param message its messages, one per line, or null when none were seen
     */
    record Bad(String statement, int exit, int at, String message) {}

    /** Reads a row; what it repeats is taken from the row above. */
    static KeywordFact parse(int number, String row, KeywordFact above) {
        String[] columns = row.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("line " + number + " has " + columns.length + " columns");
        }
        String replacedBy = columns[4].equals(DITTO) ? above.replacedBy : textOrNull(columns[4]);
        Bad bad = columns[7].equals(NONE)
                ? null
                : new Bad(unescaped(columns[7]), Integer.parseInt(columns[8]),
                        columns[9].equals(NONE) ? 0 : Integer.parseInt(columns[9]), textOrNull(columns[10]));
        return new KeywordFact(number, columns[0], columns[2].equals(DITTO) ? above.unwritten : textOrNull(columns[2]),
                columns[3].equals(DITTO) ? above.values : textOrNull(columns[3]), replacedBy, columns[5],
                columns[6].equals(NONE) ? null : unescaped(columns[6]), bad);
    }

    private static String textOrNull(String column) {
        return column.equals(NONE) ? null : unescaped(column);
    }

    private static String unescaped(String column) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < column.length(); i++) {
            char c = column.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = column.charAt(++i);
            text.append(switch (escaped) {
                case 'n' -> '\n';
                case 't' -> '\t';
                default -> escaped;
            });
        }
        return text.toString();
    }

    /** The word that the row is about: the last part of the path, or the statement's first word where that part only describes it. */
    String word() {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return DESCRIBED.matcher(path).matches() ? good.split("[ \\n]", 2)[0] : last;
    }

    /** The sub-language or the top-level block. */
    String language() {
        return path.split("/", 2)[0];
    }
}
