package org.jkeepalived.config.reference;

import java.util.List;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.iproute.LineLanguage;
import org.jkeepalived.config.iproute.LineOption;
import org.jkeepalived.config.keywords.Language;
import org.jkeepalived.config.setting.ReloadEffect;

/** The tables of docs/keywords.md, from the declarations. */
public final class KeywordTables {
    private KeywordTables() {}

    /** The whole reference in Markdown, one table per block. */
    public static String markdown() {
        StringBuilder out = new StringBuilder(
                """
                        # Keywords

                        Generated from the declarations, as is keepalived.conf(5); `mvn -pl config-parser test -Djkeepalived.reference=true`
                        writes both anew.
                        A reload applies a changed value at once unless the last column says otherwise.
                        """);
        section(out, "", Language.keywords());
        LineLanguage.all().forEach(line -> options(out, line));
        return out.toString();
    }

    private static void options(StringBuilder out, LineLanguage line) {
        out.append("\n## Lines of ").append(line.lists()).append("\n\n| Option | Value | Meaning |\n|---|---|---|\n");
        for (LineOption option : line.options()) {
            out.append("| `")
                    .append(String.join("`, `", option.names()))
                    .append("` | ")
                    .append(cell(option.value()))
                    .append(" | ")
                    .append(cell(option.documentation()))
                    .append(" |\n");
        }
    }

    private static void section(StringBuilder out, String path, Keywords<?> keywords) {
        out.append("\n## ")
                .append(path.isEmpty() ? "Outside any block" : path)
                .append("\n\n| Keyword | Value | Default | Meaning | Reload |\n|---|---|---|---|---|\n");
        keywords.all().forEach(keyword -> row(out, "", keyword));
        keywords.all().forEach(keyword -> {
            if (keyword.body() instanceof Body.Own<?, ?> own) {
                section(out, (path.isEmpty() ? "" : path + " / ") + keyword.name(), own.keywords());
            }
        });
    }

    private static void row(StringBuilder out, String parent, Keyword<?> keyword) {
        String names = "`" + parent + keyword.name() + "`" + spellings(keyword);
        out.append("| ")
                .append(names)
                .append(" | ")
                .append(cell(keyword.type().accepts()))
                .append(" | ")
                .append(cell(keyword.defaultText()))
                .append(" | ")
                .append(cell(meaning(keyword)))
                .append(" | ")
                .append(effect(keyword.reload()))
                .append(" |\n");
        if (keyword.body() instanceof Body.Same<?> same) {
            same.keywords().all().forEach(child -> row(out, keyword.name() + " / ", child));
        }
    }

    private static String spellings(Keyword<?> keyword) {
        List<String> others = keyword.names().subList(1, keyword.names().size());
        return others.isEmpty() ? "" : " (" + String.join(", ", others) + ")";
    }

    private static String meaning(Keyword<?> keyword) {
        return keyword.documentation() + (keyword.acted().isEmpty() ? "" : " Without effect: " + keyword.acted() + ".");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String effect(ReloadEffect effect) {
        return switch (effect) {
            case APPLIED -> "";
            case NEW_INSTANCE -> "another instance";
            case NEW_KIND -> "another instance if its kind changes";
            case NEEDS_RESTART -> "needs a restart";
            case REFUSED -> "is refused, needs a restart";
        };
    }
}
