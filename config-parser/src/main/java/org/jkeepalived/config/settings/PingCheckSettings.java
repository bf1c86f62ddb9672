package org.jkeepalived.config.settings;

/**
 * PING_CHECK: the server answers an echo request.
 *
 * @param probe when
 * @param connection where to; the port is of no use
 */
public record PingCheckSettings(ProbeSettings probe, ConnectionSettings connection) implements CheckerSettings {}
