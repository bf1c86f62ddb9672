package org.jkeepalived.transcript;

import java.util.ArrayList;
import java.util.List;

/** What is written against what was seen. */
public final class Comparison {
    private Comparison() {}

    /** A difference for people, empty when there is none. */
    public static String difference(List<String> expected, List<String> seen) {
        if (expected.equals(seen)) {
            return "";
        }
        var text = new StringBuilder();
        int[][] common = common(expected, seen);
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < seen.size()) {
            if (i < expected.size() && j < seen.size() && expected.get(i).equals(seen.get(j))) {
                text.append("    ").append(expected.get(i++)).append('\n');
                j++;
            } else if (i < expected.size() && (j == seen.size() || common[i + 1][j] >= common[i][j + 1])) {
                text.append("  - ").append(expected.get(i++)).append('\n');
            } else {
                text.append("  + ").append(seen.get(j++)).append('\n');
            }
        }
        return text.toString();
    }

    /**
     * The lines of a step so that they hold for what was seen, and for everybody else as before. A step without any line is taken to be
     * new: what was seen holds for all.
     */
    public static List<Line> merged(List<Line> written, List<String> seen, Audience audience) {
        if (written.isEmpty()) {
            return seen.stream().map(text -> new Line("", text)).toList();
        }
        List<Line> others = written.stream().filter(line -> audience.othersAccept(line.tag())).toList();
        int[][] common = common(others.stream().map(Line::text).toList(), seen);
        var merged = new ArrayList<Line>();
        int i = 0;
        int j = 0;
        while (i < others.size() || j < seen.size()) {
            if (i < others.size() && j < seen.size() && others.get(i).text().equals(seen.get(j))) {
                merged.add(new Line("", seen.get(j++)));
                i++;
            } else if (i < others.size() && (j == seen.size() || common[i + 1][j] >= common[i][j + 1])) {
                Line other = others.get(i++);
                merged.add(other.tag().isEmpty() ? new Line(otherTag(audience), other.text()) : other);
            } else {
                merged.add(own(written, seen.get(j++), audience));
            }
        }
        return merged;
    }

    /** A line that was told of one version stays one of that version. */
    private static Line own(List<Line> written, String text, Audience audience) {
        return written.stream()
                .filter(line -> line.text().equals(text) && audience.accepts(line.tag()) && !line.tag().isEmpty())
                .findFirst()
                .orElse(new Line(audience.tag(), text));
    }

    private static String otherTag(Audience audience) {
        return audience.ours() ? Audience.KEEPALIVED : Audience.OURS;
    }

    /** Lengths of the longest common subsequences of what follows. */
    private static int[][] common(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
