package org.jkeepalived.config.advice;

import org.jkeepalived.config.draft.GarpDraft;
import org.jkeepalived.config.draft.InstanceDraft;

/** A refresh of 0 seconds is the default and silences nothing: addresses are announced when they are taken over, whatever the refresh. */
final class GarpZero implements Adviser {
    @Override
    public void advise(Survey survey) {
        check(survey, survey.draft().global, survey.draft().global.garp, "vrrp_garp_master_refresh");
        for (InstanceDraft instance : survey.instances()) {
            check(survey, instance, instance.garp, "garp_master_refresh");
        }
    }

    private static void check(Survey survey, Object block, GarpDraft garp, String keyword) {
        if (garp.masterRefresh != null && garp.masterRefresh == 0 && survey.written(block, keyword)) {
            survey.findings()
                    .advice(survey.place(block, keyword), "garp-zero", keyword
                            + " 0 is the default and switches no gratuitous ARP off: it means that they are not repeated while MASTER",
                            "no such line, or seconds between two refreshes such as " + keyword + " 60");
        }
    }
}
