package org.jkeepalived.config.advice;

import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.config.settings.Garp;
import org.jkeepalived.config.settings.GlobalSettings;

/** A refresh of 0 seconds is the default and silences nothing: addresses are announced when they are taken over, whatever the refresh. */
final class GarpZero implements Adviser {
    @Override
    public void advise(Survey survey) {
        GlobalDraft global = survey.draft().global;
        check(survey, global, global.values, GlobalSettings.GARP_MASTER_REFRESH);
        for (InstanceDraft instance : survey.instances()) {
            check(survey, instance, instance.garp, Garp.MASTER_REFRESH);
        }
    }

    private static void check(Survey survey, Object block, Values values, Setting<Long> setting) {
        Long refresh = values.own(setting);
        if (refresh != null && refresh == 0 && survey.written(block, setting.name())) {
            survey.findings()
                    .advice(survey.place(block, setting.name()), "garp-zero", setting.name()
                            + " 0 is the default and switches no gratuitous ARP off: it means that they are not repeated while MASTER",
                            "no such line, or seconds between two refreshes such as " + setting.name() + " 60");
        }
    }
}
