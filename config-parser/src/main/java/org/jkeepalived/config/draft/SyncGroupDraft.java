package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.finding.Place;

/** A vrrp_sync_group while it is read. */
public final class SyncGroupDraft implements Follower {
    public final String name;
    public final Place place;
    public final List<String> members = new ArrayList<>();
    public boolean hasList;
    public final Followed followed = new Followed();
    public final NotifyDraft notify = new NotifyDraft();
    public boolean trackingWeight;
    public Boolean smtpAlert;
    public Boolean notifyPriorityChanges;

    /** A group without members. */
    public SyncGroupDraft(String name, Place place) {
        this.name = name;
        this.place = place;
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
