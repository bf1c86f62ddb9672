package org.jkeepalived.config.rule;

import java.util.stream.Stream;
import org.jkeepalived.config.declaration.Origins;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.Follower;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.host.HostFacts;

/**
 * What a rule may look at.
 *
 * @param draft everything that was read; rules repair it in place
 * @param findings where complaints go
 * @param facts the machine
 * @param test a configuration test
 * @param origins where each value was written
 */
record Scope(ConfigurationDraft draft, Findings findings, HostFacts facts, boolean test, Origins origins) {
    GlobalDraft global() {
        return draft.global;
    }

    /**
     * Where the first of these keywords that were written stands, else where the block begins; keepalived's form does not tell it. Null where origins
     * are not recorded.
     */
    Place place(Object block, String... keywords) {
        for (String keyword : keywords) {
            Place place = origins.of(block, keyword);
            if (place != null) {
                return place.untold();
            }
        }
        Place opening = origins.of(block);
        return opening == null ? null : opening.untold();
    }

    /** All that can follow a script. */
    Stream<Follower> followers() {
        return Stream.concat(draft.instances.values().stream(), draft.syncGroups.values().stream());
    }
}
