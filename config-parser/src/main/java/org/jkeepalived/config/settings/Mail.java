package org.jkeepalived.config.settings;

import java.util.List;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.Values;

/**
 * Alert mail.
 *
 * @param values of {@link #SECTION}
 * @param recipients notification_email, in order
 * @param server host name or address of the relay, or null for none; never resolved here
 * @param port TCP port, 25 by default
 * @param alertVrrp smtp_alert_vrrp, null when not set
 */
public record Mail(Values values, List<String> recipients, String server, int port, Boolean alertVrrp) {
    private static final String NO_MAIL = "no mail is sent by this version";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public static final Section SECTION = Section.empty();
    public static final Setting<String> FROM = SECTION.word("notification_email_from", "ADDRESS")
            .otherwise("USER@HOST of the running user")
            .example("notification_email_from keepalived@example.com")
            .says("Envelope and header sender of alert mail.");
    public static final Setting<String> HELO_NAME = SECTION.word("smtp_helo_name", "NAME")
            .otherwise("the host name")
            .example("smtp_helo_name lb1.example.com")
            .says("Name sent in the SMTP greeting.");
    public static final Setting<Integer> CONNECT_TIMEOUT = SECTION.whole("smtp_connect_timeout", 0, 4294)
            .accepting("SECONDS 0..4294")
            .defaults(30)
            .example("smtp_connect_timeout 10")
            .says("Time limit for the connection to the mail relay.");
    public static final Setting<Boolean> ALERT = SECTION.yesNo("smtp_alert")
            .complains("Invalid value '{word}' for global {name} specified")
            .withoutEffect(NO_MAIL)
            .says("Default of every smtp_alert in the file.");
    public static final Setting<Boolean> ALERT_VRRP = SECTION.yesNo("smtp_alert_vrrp")
            .complains("Invalid value '{word}' for global {name} specified")
            .inherits(ALERT)
            .withoutEffect(NO_MAIL)
            .says("Mail default of instances and sync groups.");
    private static final Setting<Boolean> WITHOUT_FAULTS = SECTION.flag("no_email_faults")
            .withoutEffect(NO_MAIL)
            .says("Send no mail about FAULT.");
    private static final Setting<Boolean> WITHOUT_CHECKERS = SECTION.yesNo("no_checker_emails")
            .complains("Invalid value '{word}' for global {name} specified")
            .defaults(false)
            .withoutEffect(NO_MAIL)
            .says("Send no mail about single checkers, only about real servers.");

    public Mail {
        recipients = List.copyOf(recipients);
    }

    /** notification_email_from, or null. */
    public String from() {
        return values.get(FROM);
    }

    /** Name in the greeting, or null for the host's. */
    public String heloName() {
        return values.get(HELO_NAME);
    }

    /** Limit for the connection. */
    public long connectTimeoutNanos() {
        return values.get(CONNECT_TIMEOUT) * NANOS_PER_SECOND;
    }

    /** smtp_alert, null when not set. */
    public Boolean alert() {
        return values.get(ALERT);
    }

    /** no_email_faults: none about FAULT. */
    public boolean withoutFaults() {
        return values.get(WITHOUT_FAULTS);
    }

    /** no_checker_emails: none about single checkers. */
    public boolean withoutCheckers() {
        return values.get(WITHOUT_CHECKERS);
    }
}
