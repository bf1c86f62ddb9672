package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.config.settings.SyncGroupSettings;

/** A vrrp_sync_group while it is read. */
public final class SyncGroupDraft implements Follower {
    public final String name;
    public final Place place;
    /** Of {@link SyncGroupSettings#SECTION}. */
    public final Values values;
    public final List<String> members = new ArrayList<>();
    public boolean hasList;
    public final Followed followed = new Followed();
    public final NotifyDraft notify = new NotifyDraft();

    /** A group without members, which inherits from global_defs. */
    public SyncGroupDraft(String name, Place place, GlobalDraft global) {
        this.name = name;
        this.place = place;
        this.values = new Values(SyncGroupSettings.SECTION, name, global.values, global.mail);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String asOwnerOfScripts() {
        return "vrrp group " + name + ": ";
    }

    @Override
    public Followed followed() {
        return followed;
    }

    @Override
    public NotifyDraft notifying() {
        return notify;
    }
}
