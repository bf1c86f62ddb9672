package org.jkeepalived.daemon.service;

import java.util.List;

/** What came of going over to a configuration. */
sealed interface ApplyResult {

    /** All of it is in force. */
    record Applied() implements ApplyResult {}

    /** It is in force but for what the reasons say. */
    record AppliedInPart(List<String> reasons) implements ApplyResult {
        public AppliedInPart {
            reasons = List.copyOf(reasons);
        }
    }

    /** Nothing of it is in force; what ran before runs on. */
    record Refused(List<String> reasons) implements ApplyResult {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** Applied, in part where something stands against it. */
    static ApplyResult applied(List<String> missing) {
        return missing.isEmpty() ? new Applied() : new AppliedInPart(missing);
    }
}
