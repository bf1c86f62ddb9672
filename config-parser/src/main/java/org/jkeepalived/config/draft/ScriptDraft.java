package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.ScriptSettings;

/** A vrrp_script while it is read. */
public final class ScriptDraft {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public final String name;
    /** The block's name word. */
    public final Place place;
    /** Where the block ends; null when it does not. */
    public Place closing;
    /** Null without a usable script line. */
    public CommandDraft command;
    public String userName;
    public String groupName;
    public Place userPlace;
    public long intervalNanos = NANOS_PER_SECOND;
    public long timeoutNanos;
    public int weight;
    public boolean reverse;
    public int rise = 1;
    public int fall = 1;
    public boolean initFail;

    /** A script with defaults. */
    public ScriptDraft(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    /** Only of a script whose command can be run. */
    public ScriptSettings settings() {
        return new ScriptSettings(name, command.settings(), intervalNanos, timeoutNanos, weight, reverse, rise, fall,
                initFail);
    }
}
