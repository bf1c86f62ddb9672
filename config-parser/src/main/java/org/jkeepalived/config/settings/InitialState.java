package org.jkeepalived.config.settings;

/** The state keyword. */
public enum InitialState {
    MASTER,
    BACKUP
}
