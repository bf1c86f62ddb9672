package org.jkeepalived.config.settings;

/**
 * SMTP_CHECK: a mail server greets and answers HELO.
 *
 * @param probe when
 * @param connection where to
 * @param heloName name that is sent
 */
public record SmtpCheckSettings(ProbeSettings probe, ConnectionSettings connection, String heloName)
        implements
            CheckerSettings {}
