package org.jkeepalived.health;

/** What is known of a check. */
public enum CheckResult {
    /** It has not run yet. */
    UNKNOWN,
    /** Good. */
    UP,
    /** Failed. */
    DOWN
}
