package org.jkeepalived.daemon.dump;

import java.util.List;
import org.jkeepalived.config.settings.ScriptSettings;
import org.jkeepalived.health.CheckStatus;

/**
 * One vrrp_script.
 *
 * @param tracking the instances that track it, their weights included
 */
public record ScriptSnapshot(ScriptSettings settings, CheckStatus status, List<Tracked> tracking) {
    /** Copies the list. */
    public ScriptSnapshot {
        tracking = List.copyOf(tracking);
    }
}
