package org.jkeepalived.config.rule;

import static org.jkeepalived.config.settings.InstanceSettings.LOWER_PRIO_NO_ADVERT;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.Garp;

/** In strict mode a master does not answer a lower priority (RFC 9568 section 6.4.3), whatever is configured. */
final class StrictModeRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        if (instance.strict()) {
            instance.put(LOWER_PRIO_NO_ADVERT, true);
            instance.garp.put(Garp.LOWER_PRIO_DELAY, 0L);
            instance.garp.put(Garp.LOWER_PRIO_REPEAT, 0L);
        }
    }
}
