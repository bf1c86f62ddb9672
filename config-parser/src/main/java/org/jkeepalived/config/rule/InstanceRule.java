package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;

/** A rule about the keywords of one instance. */
interface InstanceRule {
    /** Checks the instance, reports, and repairs what does not fit. */
    void apply(InstanceDraft instance, Scope scope);
}
