package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.Tracker;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.report.Findings;

import java.util.stream.Stream;

/**
 * What a rule may look at.
 *
 * @param draft
 *            everything that was read; rules repair it in place
 * @param findings
 *            where complaints go
 * @param facts
 *            the machine
 * @param test
 *            a configuration test
 */
record Scope(ConfigurationDraft draft, Findings findings, HostFacts facts, boolean test) {
    GlobalDraft global() {
        return draft.global;
    }

    /** All that can follow a script. */
    Stream<Tracker> trackers() {
        return Stream.concat(draft.instances.values().stream(), draft.syncGroups.values().stream());
    }
}
