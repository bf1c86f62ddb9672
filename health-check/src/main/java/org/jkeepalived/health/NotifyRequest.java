package org.jkeepalived.health;

import java.util.ArrayList;
import java.util.List;

/**
 * A state change to tell to scripts.
 *
 * @param target whose
 * @param state which
 * @param priority the effective priority; 0 for a group
 * @param specific the script of this state (notify_master, ...), run without more arguments; null when there is none
 * @param generic the notify script, run with {@code INSTANCE|GROUP NAME STATE PRIORITY} appended; null when there is none
 */
public record NotifyRequest(
        NotifyTarget target,
        NotifyState state,
        int priority,
        ScriptCommand specific,
        ScriptCommand generic) {
    /** The commands in the order in which they run. */
    public List<ScriptCommand> commands() {
        var commands = new ArrayList<ScriptCommand>(2);
        if (specific != null) {
            commands.add(specific);
        }
        if (generic != null && state != NotifyState.MASTER_RX_LOWER_PRI) {
            commands.add(generic.withArguments(
                    List.of(target.kind().name(), target.name(), state.name(), Integer.toString(priority))));
        }
        return commands;
    }
}
