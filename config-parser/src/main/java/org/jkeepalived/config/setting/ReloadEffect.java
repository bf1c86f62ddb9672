package org.jkeepalived.config.setting;

/** What a reload does with a changed value. */
public enum ReloadEffect {
    /** The new value holds at once. */
    APPLIED,
    /** The instance counts as another one: it leaves and starts anew. */
    NEW_INSTANCE,
    /** As {@link #NEW_INSTANCE} where the kind changes: another address family, or unicast instead of multicast; else as {@link #APPLIED}. */
    NEW_KIND,
    /** The value is read at start only. */
    NEEDS_RESTART,
    /** The whole reload is refused, the old configuration stays in force. */
    REFUSED
}
