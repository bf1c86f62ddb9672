package org.jkeepalived.daemon.tracking;

import org.jkeepalived.daemon.mapping.TrackerId;
import org.jkeepalived.health.CheckStatus;
import org.jkeepalived.vrrp.TrackerCondition;

/** A vrrp_script at one moment. */
public record ScriptStatus(CheckStatus check) implements TrackerStatus {
    @Override
    public TrackerId tracker() {
        return ScriptSource.id(check.name());
    }

    @Override
    public TrackerCondition condition() {
        return ScriptSource.condition(check.result());
    }
}
