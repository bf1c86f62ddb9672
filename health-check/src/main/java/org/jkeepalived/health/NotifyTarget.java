package org.jkeepalived.health;

/**
 * Whose state change is told.
 *
 * @param kind instance or group
 * @param name its name
 */
public record NotifyTarget(Kind kind, String name) {
    /** The first argument of a notify script. */
    public enum Kind {
        /** A vrrp_instance. */
        INSTANCE,
        /** A vrrp_sync_group. */
        GROUP
    }
}
