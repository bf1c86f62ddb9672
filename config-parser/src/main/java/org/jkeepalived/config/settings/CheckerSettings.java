package org.jkeepalived.config.settings;

/** A checker of a real server, with every default resolved. */
public sealed interface CheckerSettings permits HttpCheckSettings, TcpCheckSettings, SmtpCheckSettings,
        DnsCheckSettings, MiscCheckSettings, PingCheckSettings, UdpCheckSettings, FileCheckSettings, BfdCheckSettings {}
