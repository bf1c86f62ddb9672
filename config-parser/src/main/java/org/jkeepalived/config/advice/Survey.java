package org.jkeepalived.config.advice;

import java.util.Collection;
import org.jkeepalived.config.declaration.Origins;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.host.HostFacts;

/**
 * What an adviser may look at.
 *
 * @param draft everything that was read, after the rules
 * @param findings where advice goes
 * @param facts the machine
 * @param origins where each value was written
 */
record Survey(ConfigurationDraft draft, Findings findings, HostFacts facts, Origins origins) {
    Collection<InstanceDraft> instances() {
        return draft.instances.values();
    }

    Collection<ScriptDraft> scripts() {
        return draft.scripts.values();
    }

    /** Where the first of these keywords that were written stands, else where the block begins. */
    Place place(Object block, String... keywords) {
        for (String keyword : keywords) {
            Place place = origins.of(block, keyword);
            if (place != null) {
                return place;
            }
        }
        return origins.of(block);
    }

    boolean written(Object block, String keyword) {
        return origins.of(block, keyword) != null;
    }

    /** Advice about an instance. */
    void advise(InstanceDraft instance, Place place, String code, String text, String expected) {
        findings.advice(place, code, "(" + instance.name + ") " + text, expected);
    }
}
