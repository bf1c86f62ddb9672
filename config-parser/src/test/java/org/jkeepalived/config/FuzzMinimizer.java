package org.jkeepalived.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes an input smaller while it still shows what it showed. */
final class FuzzMinimizer {
    private FuzzMinimizer() {}

    static String smallest(String input, Predicate<String> fails) {
        if (!fails.test(input)) {
            return input;
        }
        String byLines = String.join("\n", reduced(List.of(input.split("\n", -1)), "\n", fails));
        return byLines.length() > 2000 ? byLines : String.join("", reduced(List.of(byLines.split("")), "", fails));
    }

    /** Leaves out ever smaller stretches of the parts. */
    private static List<String> reduced(List<String> parts, String joint, Predicate<String> fails) {
        List<String> kept = new ArrayList<>(parts);
        for (int stretch = Math.max(1, kept.size() / 2); stretch > 0; stretch /= 2) {
            for (int at = 0; at < kept.size();) {
                List<String> without = new ArrayList<>(kept);
                without.subList(at, Math.min(kept.size(), at + stretch)).clear();
                if (fails.test(String.join(joint, without))) {
                    kept = without;
                } else {
                    at += stretch;
                }
            }
        }
        return kept;
    }

    /** The text with everything that a terminal would not show written as an escape. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '\n' || c >= ' ' && c < 0x7f ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return out.toString();
    }
}
