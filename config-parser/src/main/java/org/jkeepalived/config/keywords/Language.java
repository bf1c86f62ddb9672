package org.jkeepalived.config.keywords;

import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.syntax.Grammar;

/** The whole language: every keyword by its declaration. */
public final class Language {
    private static final Grammar GRAMMAR = build();

    private Language() {}

    /** The root whose children are the top-level names. */
    public static Grammar grammar() {
        return GRAMMAR;
    }

    /** Every declared keyword, from the outermost. */
    public static Keywords<ConfigurationDraft> keywords() {
        return TopLevelKeywords.ALL;
    }

    private static Grammar build() {
        Grammar root = new Grammar("", Grammar.Kind.BLOCK, false);
        TopLevelKeywords.ALL.all().forEach(keyword -> keyword.declareIn(root));
        return root;
    }
}
