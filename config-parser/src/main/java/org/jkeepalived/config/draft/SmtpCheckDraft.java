package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.finding.Place;

/** SMTP_CHECK: a mail server greets. */
public final class SmtpCheckDraft extends ConnectingCheckDraft {
    /** Null where none was written. */
    public String heloName;
    /** host blocks, each of which is a check of its own instead of this one. */
    public final List<SmtpHostDraft> hosts = new ArrayList<>();

    /** Of this server. */
    public SmtpCheckDraft(Place place, RealServerDraft server) {
        super(place, server);
    }
}
