package org.jkeepalived.config.draft;

/** A host block of SMTP_CHECK. */
public final class SmtpHostDraft implements Connector {
    private final ProbeDraft probe = new ProbeDraft(ProbeDraft.Level.CHECKER);
    private final ConnectionDraft connection;

    /** A host of this check. */
    public SmtpHostDraft(SmtpCheckDraft check) {
        connection = new ConnectionDraft(check.server.address);
    }

    @Override
    public ProbeDraft probe() {
        return probe;
    }

    @Override
    public ConnectionDraft connection() {
        return connection;
    }
}
