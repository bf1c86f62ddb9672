package org.jkeepalived.config.effective;

/** A block or a setting of an effective configuration. */
public sealed interface EffectiveNode permits EffectiveBlock, EffectiveSetting {
    /** The keyword, in its spelling of today. */
    String keyword();

    /** Where it comes from. */
    Origin origin();

    /** What a reload does when it changes. */
    Effect reload();

    /** Why nothing comes of it in this version; the empty text when the daemon acts on it. */
    String idle();

    /** It is in force because of the file; otherwise it is only said what holds instead. */
    boolean set();
}
