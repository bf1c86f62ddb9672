package org.jkeepalived.config.bind;

import org.jkeepalived.config.keyword.Keyword;
import org.jkeepalived.config.keyword.ReloadEffect;

import java.util.List;

/** The reference of supported keywords, from their declarations. */
public final class KeywordReference {
    private KeywordReference() {}

    /** The whole reference in Markdown, one table per block. */
    public static String markdown() {
        StringBuilder out = new StringBuilder(
                """
                        # Keywords

                        Generated from the declarations; `mvn -pl config-parser test -Djkeepalived.reference=true` writes it anew.
                        A reload applies a changed value at once unless the last column says otherwise.
                        """);
        for (String block : List.of("global_defs", "vrrp_script", "vrrp_sync_group", "vrrp_instance")) {
            out.append("\n## ").append(block)
                    .append("\n\n| Keyword | Value | Default | Meaning | Reload |\n|---|---|---|---|---|\n");
            Language.blocks().get(block).forEach(keyword -> row(out, "", keyword));
        }
        return out.toString();
    }

    private static void row(StringBuilder out, String parent, Keyword<?> keyword) {
        String names = "`" + parent + keyword.name() + "`"
                + (keyword.aliases().isEmpty() ? "" : " (" + String.join(", ", keyword.aliases()) + ")");
        out.append("| ").append(names).append(" | ").append(cell(keyword.type().accepts())).append(" | ")
                .append(cell(keyword.defaultText()))
                .append(" | ").append(cell(keyword.documentation())).append(" | ").append(effect(keyword.reload()))
                .append(" |\n");
        keyword.children().forEach(child -> row(out, keyword.name() + " / ", child));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String effect(ReloadEffect effect) {
        return switch (effect) {
            case APPLIED -> "";
            case NEW_INSTANCE -> "another instance";
            case NEEDS_RESTART -> "needs a restart";
        };
    }
}
