package org.jkeepalived.vrrp;

/** What is known of a router's interface. */
public enum LinkState {
    UP,
    DOWN,
    MISSING
}
