package org.jkeepalived.daemon.log;

/** The name under which a line appears in the system log; keepalived's processes each have their own. */
public enum Ident {
    PARENT("Keepalived"),
    VRRP("Keepalived_vrrp"),
    CHECKERS("Keepalived_healthcheckers");

    private final String text;

    Ident(String text) {
        this.text = text;
    }

    /** The name as it is written. */
    public String text() {
        return text;
    }
}
