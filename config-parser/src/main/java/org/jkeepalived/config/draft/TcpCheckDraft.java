package org.jkeepalived.config.draft;

/** TCP_CHECK: the server accepts a connection. */
public final class TcpCheckDraft implements CheckerDraft, Prober {
    private final ProbeDraft probe = new ProbeDraft(ProbeDraft.Level.CHECKER);

    @Override
    public ProbeDraft probe() {
        return probe;
    }
}
