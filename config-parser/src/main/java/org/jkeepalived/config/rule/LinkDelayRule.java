package org.jkeepalived.config.rule;

import static org.jkeepalived.config.settings.InstanceSettings.ADVERT_INTERVAL;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.LinkWatchDraft;

/** A change of an instance's link counts before the others would miss its adverts: a delay is shorter than two intervals. */
final class LinkDelayRule implements InstanceRule {
    private static final long SKEW_SHARE = 256;

    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        LinkWatchDraft.Delay delay = scope.draft().links.delays.get(instance.interfaceName);
        long limit = 2 * instance.get(ADVERT_INTERVAL);
        if (delay == null || delay.downNanos() < limit && delay.upNanos() < limit) {
            return;
        }
        scope.findings()
                .notice(null, "value-lowered", instance.name + ": interface " + instance.interfaceName
                        + " debounce timer(s) not less that 2 * advert_int - resetting");
        long longest = limit - instance.get(ADVERT_INTERVAL) / SKEW_SHARE;
        scope.draft().links.delays.put(instance.interfaceName, new LinkWatchDraft.Delay(
                lowered(delay.downNanos(), limit, longest), lowered(delay.upNanos(), limit, longest)));
    }

    private static long lowered(long delay, long limit, long longest) {
        return delay < limit ? delay : longest;
    }
}
