package org.jkeepalived.config.settings;

import java.util.List;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.Values;

/**
 * A vrrp_sync_group.
 *
 * @param values of {@link #SECTION}
 * @param name unique
 * @param members names of instances that exist, in order
 * @param trackInterfaces interfaces that the whole group follows
 * @param trackScripts scripts that the whole group follows
 * @param trackSources followed files, processes and sessions
 * @param notifyScripts programs told of the group's changes
 */
public record SyncGroupSettings(
        Values values,
        String name,
        List<String> members,
        List<TrackedInterface> trackInterfaces,
        List<TrackedScript> trackScripts,
        TrackedSources trackSources,
        NotifyScripts notifyScripts) {
    public static final Section SECTION = Section.empty();
    public static final Setting<Boolean> TRACKING_WEIGHT = SECTION.flag("sync_group_tracking_weight")
            .says("Let tracker weights change the priority of members.");
    /** It is {@link #TRACKING_WEIGHT} that it switches on. */
    public static final Setting<Boolean> GLOBAL_TRACKING = SECTION.<Boolean>own("global_tracking", "no value")
            .otherwise("off")
            .says("Older spelling of sync_group_tracking_weight.");
    private static final Setting<Boolean> SMTP_ALERT = SECTION.yesNo("smtp_alert")
            .complains("Invalid vrrp_group smtp_alert parameter {word}")
            .inherits(Mail.ALERT_VRRP)
            .defaults(false)
            .otherwise("smtp_alert_vrrp")
            .withoutEffect("no mail is sent by this version")
            .says("Mail on changes of the group.");
    public static final Setting<Boolean> NOTIFY_PRIORITY_CHANGES = SECTION.yesNo("notify_priority_changes")
            .complains("({block}) Invalid value '{word}' for sync group {name} specified")
            .inherits(GlobalSettings.NOTIFY_PRIORITY_CHANGES)
            .example("notify_priority_changes")
            .withoutEffect("there is no notify FIFO in this version")
            .says("Priority lines for the members.");

    public SyncGroupSettings {
        members = List.copyOf(members);
        trackInterfaces = List.copyOf(trackInterfaces);
        trackScripts = List.copyOf(trackScripts);
    }

    /** sync_group_tracking_weight: whether weights change the members' priorities. */
    public boolean trackingWeight() {
        return values.get(TRACKING_WEIGHT);
    }

    /** Mail on changes. */
    public boolean smtpAlert() {
        return values.get(SMTP_ALERT);
    }

    /** Priority lines for the members. */
    public boolean notifyPriorityChanges() {
        return values.get(NOTIFY_PRIORITY_CHANGES);
    }
}
