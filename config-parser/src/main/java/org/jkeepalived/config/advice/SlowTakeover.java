package org.jkeepalived.config.advice;

import org.jkeepalived.config.draft.InstanceDraft;

/** A dead master is noticed after three advert intervals and the skew (RFC 9568 section 6.1). */
final class SlowTakeover implements Adviser {
    private static final long LONG_INTERVAL = 10_000_000_000L;

    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            if (instance.advertIntervalNanos >= LONG_INTERVAL) {
                int missed = instance.downTimerAdverts != null
                        ? instance.downTimerAdverts
                        : survey.draft().global.downTimerAdverts;
                survey.advise(instance, survey.place(instance, "advert_int"), "slow-takeover",
                        "a backup waits for " + missed + " adverts: it takes "
                                + Seconds.text(instance.advertIntervalNanos * missed)
                                + " and more to replace a dead master",
                        "advert_int 1");
            }
        }
    }
}
