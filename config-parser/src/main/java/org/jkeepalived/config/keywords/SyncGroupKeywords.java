package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.SyncGroupDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of vrrp_sync_group. */
final class SyncGroupKeywords {
    static final List<Keyword<SyncGroupDraft>> ALL = all();
    static final Keywords<SyncGroupDraft> KEYWORDS = Keywords.of(ALL);

    private SyncGroupKeywords() {}

    private static List<Keyword<SyncGroupDraft>> all() {
        List<Keyword<SyncGroupDraft>> all = new ArrayList<>(List.of(
                Keyword.<SyncGroupDraft>list("group", "INSTANCE per line", SyncGroupKeywords::group)
                        .example("group {\n  VI\n}")
                        .shows(group -> group.members.stream().map(Quoting::word).toList())
                        .says("Members."),
                Keyword.<SyncGroupDraft>flag("sync_group_tracking_weight", group -> group.trackingWeight = true)
                        .defaults("off")
                        .shows(group -> group.trackingWeight)
                        .says("Let tracker weights change the priority of members."),
                Keyword.<SyncGroupDraft>words("global_tracking", "no value", SyncGroupKeywords::globalTracking)
                        .defaults("off")
                        .shows(_ -> null)
                        .says("Older spelling of sync_group_tracking_weight."),
                Keyword.<SyncGroupDraft>yesNo("smtp_alert", (group, on) -> group.smtpAlert = on,
                        (_, word) -> "Invalid vrrp_group smtp_alert parameter " + word)
                        .defaults("smtp_alert_vrrp")
                        .inherits("smtp_alert_vrrp")
                        .shows(group -> group.smtpAlert)
                        .example("smtp_alert true")
                        .withoutEffect("no mail is sent by this version")
                        .says("Mail on changes of the group."),
                Keyword.<SyncGroupDraft>yesNo("notify_priority_changes",
                        (group, on) -> group.notifyPriorityChanges = on,
                        (group, word) -> "(" + group.name + ") Invalid value '" + word
                                + "' for sync group notify_priority_changes specified")
                        .inherits("vrrp_notify_priority_changes")
                        .defaults("vrrp_notify_priority_changes")
                        .shows(group -> group.notifyPriorityChanges)
                        .withoutEffect("there is no notify FIFO in this version")
                        .says("Priority lines for the members.")));
        all.addAll(TrackKeywords.all());
        all.addAll(NotifyKeywords.shared());
        return List.copyOf(all);
    }

    private static void group(SyncGroupDraft group, Statement block, Binding binding) {
        if (group.hasList) {
            binding.findings()
                    .error(block.keyword().place(), "already-set",
                            "Group list already specified for sync group " + group.name);
            return;
        }
        group.hasList = true;
        if (block.children().isEmpty()) {
            binding.findings()
                    .warning(block.closedAt(), "empty-list",
                            "Warning - sync group " + group.name + " has empty group block");
        }
        for (Statement entry : block.children()) {
            for (Word member : entry.words()) {
                group.members.add(member.text());
            }
        }
    }

    private static void globalTracking(SyncGroupDraft group, Statement statement, Binding binding) {
        binding.findings()
                .deprecated(statement.keyword().place(),
                        "(" + group.name
                                + ") global_tracking is deprecated. Use track_interface/script/file on the sync group",
                        true, "sync_group_tracking_weight");
        group.trackingWeight = true;
    }
}
