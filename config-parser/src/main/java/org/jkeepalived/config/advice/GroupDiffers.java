package org.jkeepalived.config.advice;

import static org.jkeepalived.config.settings.InstanceSettings.ADVERT_INTERVAL;
import static org.jkeepalived.config.settings.InstanceSettings.PRIORITY;

import java.util.List;
import java.util.Objects;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.SyncGroupDraft;

/** The members of a sync group change together, so each election must come to the same result at the same time on both nodes. */
final class GroupDiffers implements Adviser {
    @Override
    public void advise(Survey survey) {
        for (SyncGroupDraft group : survey.draft().syncGroups.values()) {
            List<InstanceDraft> members = group.members.stream()
                    .map(survey.draft().instances::get)
                    .filter(Objects::nonNull)
                    .toList();
            for (InstanceDraft member : members) {
                compare(group, members.getFirst(), member, survey);
            }
        }
    }

    private static void compare(SyncGroupDraft group, InstanceDraft first, InstanceDraft member, Survey survey) {
        if (!first.own(PRIORITY).equals(member.own(PRIORITY))) {
            survey.advise(member, survey.place(member, "priority"), "group-priority-differs",
                    "priority " + member.own(PRIORITY) + ", while " + first.name + " of the same sync group "
                            + group.name + " has " + first.own(PRIORITY) + ": their elections may end differently",
                    "one priority for all members");
        }
        if (!first.get(ADVERT_INTERVAL).equals(member.get(ADVERT_INTERVAL))) {
            survey.advise(member, survey.place(member, "advert_int"), "group-interval-differs",
                    "advert_int " + Seconds.text(member.get(ADVERT_INTERVAL)) + ", while " + first.name
                            + " of the same sync group " + group.name + " has "
                            + Seconds.text(first.get(ADVERT_INTERVAL)) + ": the quickest takes the others over",
                    "one advert_int for all members");
        }
    }
}
