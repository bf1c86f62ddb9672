package org.jkeepalived.config.bind;

import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.draft.SyncGroupDraft;
import org.jkeepalived.config.keyword.Catalogue;
import org.jkeepalived.config.keyword.Keyword;
import org.jkeepalived.config.tree.Grammar;

import java.util.List;
import java.util.Map;

/** The whole language: the declared blocks, and the names that are only known. */
public final class Language {
    private static final Grammar GRAMMAR = build();

    private Language() {}

    /** The root whose children are the top-level names. */
    public static Grammar grammar() {
        return GRAMMAR;
    }

    /** The supported top-level blocks with their keywords, for references and tests. */
    public static Map<String, List<? extends Keyword<?>>> blocks() {
        return Map.of("global_defs", globals(), "vrrp_script", scripts(), "vrrp_sync_group", syncGroups(),
                "vrrp_instance", instances());
    }

    static List<Keyword<GlobalDraft>> globals() {
        return GlobalKeywords.ALL;
    }

    static List<Keyword<ScriptDraft>> scripts() {
        return ScriptKeywords.ALL;
    }

    static List<Keyword<SyncGroupDraft>> syncGroups() {
        return SyncGroupKeywords.ALL;
    }

    static List<Keyword<InstanceDraft>> instances() {
        return InstanceKeywords.ALL;
    }

    private static Grammar build() {
        Grammar root = new Grammar("", Grammar.Kind.BLOCK, false, true);
        block(root, "global_defs", false, globals());
        block(root, "vrrp_script", true, scripts());
        block(root, "vrrp_sync_group", false, syncGroups()).uniquelyNamed();
        block(root, "vrrp_instance", false, instances()).uniquelyNamed();
        return root.completedBy(Catalogue::addTo);
    }

    private static <D> Grammar block(Grammar root, String name, boolean nameRequired, List<Keyword<D>> keywords) {
        Grammar block = root.add(new Grammar(name, Grammar.Kind.BLOCK, nameRequired, true));
        keywords.forEach(keyword -> keyword.declareIn(block));
        return block;
    }
}
