package org.jkeepalived.config.rule;

import java.util.Set;
import java.util.stream.Collectors;

/** A track script that nobody follows, or whose followers may not heed its weight, is dropped. To be applied after the rules about followed. */
final class UnusedScriptRule {
    void apply(Scope scope) {
        Set<String> used = scope.followers()
                .flatMap(follower -> follower.followed().scripts.keySet().stream())
                .collect(Collectors.toSet());
        scope.draft().scripts.values().removeIf(script -> {
            boolean unused = !used.contains(script.name);
            if (unused) {
                scope.findings()
                        .notice(script.place.untold(), "unused-script",
                                "Warning - script " + script.name + " is not used");
            }
            return unused;
        });
    }
}
