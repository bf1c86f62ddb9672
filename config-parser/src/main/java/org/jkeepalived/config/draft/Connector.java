package org.jkeepalived.config.draft;

/** A block that says where a checker connects to: a checker, or a host of SMTP_CHECK. */
public interface Connector extends Prober {
    /** What it says. */
    ConnectionDraft connection();
}
