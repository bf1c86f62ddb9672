package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.Map;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.Follower;
import org.jkeepalived.config.draft.NotifyDraft;
import org.jkeepalived.config.syntax.Statement;

/** The notify keywords that an instance and a sync group share. */
final class NotifyKeywords {
    private NotifyKeywords() {}

    static <D extends Follower> List<Keyword<D>> shared() {
        return List.of(NotifyKeywords.<D>command("notify_master").says("Run on entering MASTER."),
                NotifyKeywords.<D>command("notify_backup").says("Run on entering BACKUP."),
                NotifyKeywords.<D>command("notify_fault").says("Run on entering FAULT."),
                NotifyKeywords.<D>command("notify_stop").says("Run when the daemon stops."),
                NotifyKeywords.<D>command("notify")
                        .says("Run on every change, with type, name, state and priority appended."));
    }

    static <D extends Follower> Keyword.Builder<D> command(String name) {
        return Keyword.<D>words(name, "COMMAND [USER [GROUP]]", NotifyKeywords::bind)
                .required()
                .defaults("none")
                .example(name + " \"/usr/local/bin/changed here\" root")
                .shows(follower -> CommandLine.shown(follower.notifying().commands.get(name)));
    }

    /** As {@link CommandLine#shown} for notify_deleted, which may stand without a command. */
    static String deletedText(NotifyDraft notify) {
        String command = CommandLine.shown(notify.commands.get("notify_deleted"));
        return command != null || !notify.reportDeleted ? command : "";
    }

    /** The first line of a keyword holds. */
    static <D extends Follower> void bind(D follower, Statement statement, Binding binding) {
        bindOnce(follower.notifying().commands, follower.asOwnerOfScripts(), statement, binding);
    }

    /**
     * As {@link #bind} for whatever has commands.
     *
     * @param commands by keyword
     * @param prefix how messages begin
     */
    static void bindOnce(Map<String, CommandDraft> commands, String prefix, Statement statement, Binding binding) {
        String keyword = statement.keyword().text();
        if (commands.containsKey(keyword)) {
            binding.findings()
                    .error(statement.keyword().place(), "already-set",
                            prefix + keyword + (keyword.equals("notify_deleted") ? "" : " script")
                                    + " already specified - ignoring " + statement.argument());
            return;
        }
        CommandDraft command = CommandLine.read(statement, binding);
        if (command != null) {
            commands.put(keyword, command);
        }
    }
}
