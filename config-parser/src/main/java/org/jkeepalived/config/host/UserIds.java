package org.jkeepalived.config.host;

/**
 * An account.
 *
 * @param name login name
 * @param uid user id
 * @param gid primary group id
 */
public record UserIds(String name, int uid, int gid) {}
