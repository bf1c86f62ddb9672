package org.jkeepalived.config.bind;

import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.draft.SyncGroupDraft;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.keyword.Binding;
import org.jkeepalived.config.keyword.Keyword;
import org.jkeepalived.config.report.Findings;
import org.jkeepalived.config.report.Place;
import org.jkeepalived.config.tree.Statement;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Walks the statement tree and fills the drafts: global_defs first, so that it does not matter where it stands. */
public final class ConfigBinder {
    private final Findings findings;
    private final boolean test;
    private final HostFacts facts;
    private final ConfigurationDraft draft = new ConfigurationDraft();

    /** A binder for one configuration. */
    public ConfigBinder(Findings findings, boolean test, HostFacts facts) {
        this.findings = findings;
        this.test = test;
        this.facts = facts;
    }

    /** Fills the drafts from the tree's root. */
    public ConfigurationDraft bind(Statement root) {
        findings.nameFiles(false);
        Binding early = new Binding(findings, test, facts, false);
        for (Statement block : root.children()) {
            if (block.grammar().name().equals("global_defs")) {
                children(Language.globals(), draft.global, block, early);
            }
            noteUnsupported(block);
        }
        findings.nameFiles(true);
        Binding binding = new Binding(findings, test, facts, draft.global.dynamicInterfaces);
        for (Statement block : root.children()) {
            switch (block.grammar().name()) {
                case "vrrp_script" -> script(block, binding);
                case "vrrp_sync_group" -> group(block, binding);
                case "vrrp_instance" -> instance(block, binding);
                default -> {
                    // bound above or not supported
                }
            }
        }
        return draft;
    }

    private void noteUnsupported(Statement block) {
        if (!block.grammar().supported()) {
            draft.unsupported.add(block.grammar().name());
            return;
        }
        for (Statement child : block.children()) {
            if (child.grammar() != null && !child.grammar().supported()) {
                draft.unsupported.add(block.grammar().name() + "/" + child.grammar().name());
            }
        }
    }

    private void script(Statement block, Binding binding) {
        named(block, draft.scripts, ScriptDraft::new, "vrrp_script", "vrrp script NAME already defined",
                Language.scripts(), binding);
    }

    private void group(Statement block, Binding binding) {
        if (block.words().size() != 2) {
            findings.error(block.keyword().place(), "no-name", "vrrp_sync_group must have a name - skipping",
                    "vrrp_sync_group NAME {");
            return;
        }
        named(block, draft.syncGroups, SyncGroupDraft::new, "vrrp_sync_group", "vrrp sync group NAME already defined",
                Language.syncGroups(),
                binding);
    }

    private void instance(Statement block, Binding binding) {
        if (block.words().size() != 2) {
            findings.error(block.keyword().place(), "no-name", "vrrp_instance must have a name",
                    "vrrp_instance NAME {");
            return;
        }
        named(block, draft.instances, InstanceDraft::new, "vrrp_instance", "vrrp instance NAME already defined",
                Language.instances(), binding);
    }

    /** A block whose name is new; a vrrp_script of a known name replaces nothing and its lines are passed over like those of the others. */
    private <D> void named(Statement block, Map<String, D> known, BiFunction<String, Place, D> maker, String keyword,
            String duplicate,
            List<Keyword<D>> keywords, Binding binding) {
        String name = block.argument().text();
        if (known.containsKey(name)) {
            String message = duplicate.replace("NAME", name);
            if (keyword.equals("vrrp_script")) {
                findings.notice(block.argument().place(), "duplicate", message);
            } else {
                findings.error(block.argument().place(), "duplicate", message, "a name that is not taken");
            }
            return;
        }
        D created = maker.apply(name, block.argument().place());
        known.put(name, created);
        children(keywords, created, block, binding);
    }

    private static <D> void children(List<Keyword<D>> keywords, D target, Statement block, Binding binding) {
        for (Statement child : block.children()) {
            Keyword.bind(keywords, target, child, binding);
        }
    }
}
