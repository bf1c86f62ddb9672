package org.jkeepalived.config.keywords;

import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.NamedBlocks;
import org.jkeepalived.config.declaration.Origins;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.syntax.Statement;

/**
 * Walks the statement tree and fills the drafts, process by process as keepalived does: what the parent reads comes first, so that it does not matter
 * where global_defs stands.
 */
public final class ConfigBinder {
    /** What may be named comes before what names it: sessions are followed by instances and checkers, files too. */
    private static final List<Part> READING_ORDER = List.of(Part.PARENT, Part.BFD, Part.VRRP, Part.CHECKER);

    private final Findings findings;
    private final boolean test;
    private final HostFacts facts;
    private final Origins origins;
    private final NamedBlocks named = new NamedBlocks();
    private final ConfigurationDraft draft = new ConfigurationDraft();

    /** A binder for one configuration. */
    public ConfigBinder(Findings findings, boolean test, HostFacts facts, Origins origins) {
        this.findings = findings;
        this.test = test;
        this.facts = facts;
        this.origins = origins;
    }

    /** Fills the drafts from the tree's root. */
    public ConfigurationDraft bind(Statement root) {
        for (Part part : READING_ORDER) {
            findings.in(part);
            Binding binding = new Binding(findings, test, facts,
                    part != Part.PARENT && draft.global.dynamicInterfaces(), origins, named);
            Language.keywords().bindAll(draft, root, part, binding);
        }
        return draft;
    }
}
