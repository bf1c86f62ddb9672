package org.jkeepalived.config;

import org.jkeepalived.config.bind.ConfigBinder;
import org.jkeepalived.config.bind.Language;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.keyword.Body;
import org.jkeepalived.config.keyword.Keyword;
import org.jkeepalived.config.keyword.Keywords;
import org.jkeepalived.config.keyword.Origins;
import org.jkeepalived.config.report.Findings;
import org.jkeepalived.config.settings.IncludeCheck;
import org.jkeepalived.config.text.ConfigReader;
import org.jkeepalived.config.tree.Grammar;
import org.jkeepalived.config.tree.TreeBuilder;

import java.util.List;

/** Writes what the drafts of a text hold as a text that reads back. */
final class Written {
    private final StringBuilder out = new StringBuilder();

    private Written() {}

    /** The text, written anew from the drafts. */
    static String anew(String text, HostFacts host) {
        Findings findings = new Findings();
        TreeBuilder tree = new TreeBuilder(Language.grammar(), findings);
        new ConfigReader(findings, host, "host1", IncludeCheck.NONE, tree::take).readText("test.conf", text);
        tree.end();
        ConfigurationDraft draft = new ConfigBinder(findings, true, host, Origins.none()).bind(tree.root());
        Written written = new Written();
        written.all(draft, Language.keywords());
        return written.out.toString();
    }

    private <D> void all(D draft, Keywords<D> keywords) {
        keywords.all().forEach(keyword -> one(draft, keyword, keyword.body()));
    }

    private <D> void one(D draft, Keyword<D> keyword, Body<D> body) {
        switch (body) {
            case Body.Same<D> same -> {
                out.append(keyword.name()).append(" {\n");
                all(draft, same.keywords());
                out.append("}\n");
            }
            case Body.Own<D, ?> own -> nested(draft, keyword, own);
            case Body.OwnEntries<D, ?> entries -> entries(draft, keyword, entries);
            case Body.Free<D> _ -> lines(keyword, keyword.arguments(draft));
        }
    }

    private <D, C> void nested(D draft, Keyword<D> keyword, Body.Own<D, C> own) {
        for (C child : own.drafts().apply(draft)) {
            out.append(keyword.name()).append(' ').append(own.head().apply(child)).append(" {\n");
            all(child, own.keywords());
            out.append("}\n");
        }
    }

    private <D, C> void entries(D draft, Keyword<D> keyword, Body.OwnEntries<D, C> own) {
        for (C child : own.drafts().apply(draft)) {
            out.append(keyword.name()).append(' ').append(own.head().apply(child)).append(" {\n");
            own.entries().apply(child).forEach(entry -> out.append(entry).append('\n'));
            out.append("}\n");
        }
    }

    private void lines(Keyword<?> keyword, List<String> arguments) {
        boolean list = keyword.type().kind() == Grammar.Kind.LIST;
        if (list && !arguments.isEmpty()) {
            out.append(keyword.name()).append(" {\n").append(String.join("\n", arguments)).append("\n}\n");
        } else if (!list) {
            arguments.forEach(words -> out.append(keyword.name()).append(' ').append(words).append('\n'));
        }
    }
}
