package org.jkeepalived.config.advice;

import static org.jkeepalived.config.settings.InstanceSettings.ADVERT_INTERVAL;
import static org.jkeepalived.config.settings.InstanceSettings.DOWN_TIMER_ADVERTS;

import org.jkeepalived.config.draft.InstanceDraft;

/** A dead master is noticed after three advert intervals and the skew (RFC 9568 section 6.1). */
final class SlowTakeover implements Adviser {
    private static final long LONG_INTERVAL = 10_000_000_000L;

    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            if (instance.get(ADVERT_INTERVAL) >= LONG_INTERVAL) {
                int missed = instance.get(DOWN_TIMER_ADVERTS);
                survey.advise(instance, survey.place(instance, "advert_int"), "slow-takeover",
                        "a backup waits for " + missed + " adverts: it takes "
                                + Seconds.text(instance.get(ADVERT_INTERVAL) * missed)
                                + " and more to replace a dead master",
                        "advert_int 1");
            }
        }
    }
}
