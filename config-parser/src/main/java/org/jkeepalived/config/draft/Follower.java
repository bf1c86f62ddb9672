package org.jkeepalived.config.draft;

/** A block that follows things and tells scripts: an instance or a group. */
public interface Follower {
    /** Its name, for messages. */
    String name();

    /** How messages about its scripts begin. */
    String asOwnerOfScripts();

    /** What it follows. */
    Followed followed();

    /** Whom it tells. */
    NotifyDraft notifying();
}
