package org.jkeepalived.config.settings;

/**
 * TCP_CHECK: the server accepts a connection.
 *
 * @param probe when
 * @param connection where to
 */
public record TcpCheckSettings(ProbeSettings probe, ConnectionSettings connection) implements CheckerSettings {}
