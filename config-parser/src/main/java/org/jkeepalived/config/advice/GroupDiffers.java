package org.jkeepalived.config.advice;

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
        if (!first.priority.equals(member.priority)) {
            survey.advise(member, survey.place(member, "priority"), "group-priority-differs",
                    "priority " + member.priority + ", while " + first.name + " of the same sync group " + group.name
                            + " has " + first.priority + ": their elections may end differently",
                    "one priority for all members");
        }
        if (first.advertIntervalNanos != member.advertIntervalNanos) {
            survey.advise(member, survey.place(member, "advert_int"), "group-interval-differs",
                    "advert_int " + Seconds.text(member.advertIntervalNanos) + ", while " + first.name
                            + " of the same sync group " + group.name + " has "
                            + Seconds.text(first.advertIntervalNanos) + ": the quickest takes the others over",
                    "one advert_int for all members");
        }
    }
}
