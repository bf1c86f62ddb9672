package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.host.UserIds;

/** MISC_CHECK: a program says whether the server is well. */
public final class MiscCheckDraft extends CheckerDraft {
    /** Null without a usable misc_path. */
    public CommandDraft command;
    /** Null where none was written. */
    public Long timeoutSeconds;
    public boolean dynamic;
    /** The words after user as they are written; null where none were. */
    public String user;
    /** The account that user names. */
    public UserIds account;
    /** Its account is not there; it stays only to be told of no more. */
    public boolean removed;
    /** The closing brace, or null. */
    public Place end;

    /** Of this server. */
    public MiscCheckDraft(Place place, RealServerDraft server) {
        super(place, server);
    }
}
