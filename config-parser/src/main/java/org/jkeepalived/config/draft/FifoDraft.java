package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.config.settings.NotifyFifo;

/** A notify FIFO while it is read; null where nothing was written. */
public final class FifoDraft {
    public String path;
    public Place place;
    /** Account that was written with it; null for the default one. */
    public UserIds account;
    public String userName;
    public String groupName;
    public CommandDraft script;

    /**
     * The settings.
     *
     * @param standard the account of a FIFO that names none
     * @return null without a path
     */
    public NotifyFifo settings(UserIds standard) {
        if (path == null) {
            return null;
        }
        UserIds owner = account == null ? standard : account;
        return new NotifyFifo(path, owner.uid(), owner.gid(), script == null ? null : script.settings());
    }
}
