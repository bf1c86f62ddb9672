package org.jkeepalived.config.settings;

/**
 * BFD_CHECK: a session's state is the server's.
 *
 * @param session name of a bfd_instance that tells checkers
 * @param alpha the server is down until the session is up
 */
public record BfdCheckSettings(String session, boolean alpha) implements CheckerSettings {}
