package org.jkeepalived.config.setting;

/**
 * An older spelling of a keyword.
 *
 * @param name as it was written
 * @param message what keepalived says about it, or null when it says nothing
 * @param counted keepalived counts the message as an error
 */
public record Deprecation(String name, String message, boolean counted) {}
