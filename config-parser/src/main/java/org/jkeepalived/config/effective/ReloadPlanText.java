package org.jkeepalived.config.effective;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A reload plan for people: a summary in one line, then one line for each change. */
public final class ReloadPlanText {
    private static final int WIDEST = 78;
    private static final int LONGEST_EFFECT = 16;

    private ReloadPlanText() {}

    /** The text, with a newline at the end. */
    public static String of(ReloadPlan plan) {
        StringBuilder out = new StringBuilder(summary(plan)).append('\n');
        List<String> what = plan.changes().stream().map(ReloadPlanText::what).toList();
        int column = what.stream().mapToInt(String::length).filter(length -> length <= WIDEST).max().orElse(0) + 2;
        for (int i = 0; i < what.size(); i++) {
            Change change = plan.changes().get(i);
            String effect = change.effect().words();
            out.append(what.get(i))
                    .repeat(' ', Math.max(2, column - what.get(i).length()))
                    .append(effect)
                    .repeat(' ', LONGEST_EFFECT - effect.length())
                    .append("  # ")
                    .append(change.place().text())
                    .append(change.idle().isEmpty() ? "" : "; " + change.idle())
                    .append('\n');
        }
        return out.toString();
    }

    /** Such as {@code 4 changes: 2 hitless, 1 instance restart (VI_1), 1 global restart}. */
    static String summary(ReloadPlan plan) {
        int count = plan.changes().size();
        if (count == 0) {
            return "No change: nothing in force differs.";
        }
        List<String> parts = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            List<Change> of = plan.changes().stream().filter(change -> change.effect() == effect).toList();
            if (of.isEmpty()) {
                continue;
            }
            if (Set.of(Effect.HITLESS, Effect.GLOBAL_RESTART, Effect.REFUSED).contains(effect)) {
                parts.add(of.size() + " " + effect.words());
            } else {
                Set<String> blocks = new TreeSet<>();
                of.forEach(change -> blocks.add(change.path().split(" / ", 2)[0].replaceFirst("^vrrp_instance ", "")));
                parts.add(blocks.size() + " " + effect.words() + " (" + String.join(", ", blocks) + ")");
            }
        }
        return count + (count == 1 ? " change: " : " changes: ") + String.join(", ", parts);
    }

    private static String what(Change change) {
        String kind = change.kind().name().toLowerCase(Locale.ROOT);
        String value = change.before().isEmpty() && change.after().isEmpty() ? "" : ": " + value(change);
        return (kind + " ".repeat(8 - kind.length()) + change.path() + value).replace('\n', ' ');
    }

    private static String value(Change change) {
        String before = change.before().isEmpty() ? "nothing" : change.before();
        String after = change.after().isEmpty() ? "nothing" : change.after();
        return before + " -> " + after;
    }
}
