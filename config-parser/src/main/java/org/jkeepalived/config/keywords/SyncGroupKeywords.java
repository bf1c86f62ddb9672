package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.draft.SyncGroupDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of vrrp_sync_group. */
final class SyncGroupKeywords {
    static final List<Keyword<SyncGroupDraft>> ALL = all();
    static final Keywords<SyncGroupDraft> KEYWORDS = Keywords.of(ALL);

    private SyncGroupKeywords() {}

    private static List<Keyword<SyncGroupDraft>> all() {
        List<Keyword<SyncGroupDraft>> all = new ArrayList<>();
        all.add(Keyword.<SyncGroupDraft>list("group", "INSTANCE per line", SyncGroupKeywords::group)
                .example("group {\n  VI\n}")
                .shows(group -> group.members.stream().map(Quoting::word).toList())
                .says("Members."));
        all.addAll(SettingKeywords.of(SyncGroupSettings.SECTION, (SyncGroupDraft group) -> group.values)
                .read(SyncGroupSettings.GLOBAL_TRACKING, SyncGroupKeywords::globalTracking)
                .all());
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
        group.values.put(SyncGroupSettings.TRACKING_WEIGHT, true);
    }
}
