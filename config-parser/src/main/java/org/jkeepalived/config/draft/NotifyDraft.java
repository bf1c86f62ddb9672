package org.jkeepalived.config.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jkeepalived.config.settings.NotifyScripts;
import org.jkeepalived.config.settings.ScriptCommand;

/** notify lines of an instance or group, by keyword. */
public final class NotifyDraft {
    /** Commands by keyword. */
    public final Map<String, CommandDraft> commands = new LinkedHashMap<>();
    /** notify_deleted was given. */
    public boolean reportDeleted;

    /** What can be run of them. */
    public NotifyScripts settings() {
        return new NotifyScripts(command("notify_master"), command("notify_backup"), command("notify_fault"),
                command("notify_stop"), command("notify"), command("notify_master_rx_lower_pri"),
                command("notify_deleted"), reportDeleted);
    }

    private ScriptCommand command(String keyword) {
        CommandDraft draft = commands.get(keyword);
        return draft == null ? null : draft.settings();
    }
}
