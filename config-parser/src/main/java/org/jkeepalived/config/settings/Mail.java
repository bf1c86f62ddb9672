package org.jkeepalived.config.settings;

import java.util.List;

/**
 * Alert mail.
 *
 * @param recipients notification_email, in order
 * @param from notification_email_from, or null
 * @param server host name or address of the relay, or null for none; never resolved here
 * @param port TCP port, 25 by default
 * @param heloName name in the greeting, or null for the host's
 * @param connectTimeoutNanos limit for the connection
 * @param alert smtp_alert, null when not set
 * @param alertVrrp smtp_alert_vrrp, null when not set
 * @param withoutFaults no_email_faults: none about FAULT
 * @param withoutCheckers no_checker_emails: none about single checkers
 */
public record Mail(
        List<String> recipients,
        String from,
        String server,
        int port,
        String heloName,
        long connectTimeoutNanos,
        Boolean alert,
        Boolean alertVrrp,
        boolean withoutFaults,
        boolean withoutCheckers) {
    public Mail {
        recipients = List.copyOf(recipients);
    }
}
