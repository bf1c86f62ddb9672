package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;

/** In strict mode a master does not answer a lower priority (RFC 9568 section 6.4.3), whatever is configured. */
final class StrictModeRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        if (instance.strict(scope.global())) {
            instance.lowerPrioNoAdvert = true;
            instance.garp.lowerPrioDelay = 0L;
            instance.garp.lowerPrioRepeat = 0L;
        }
    }
}
