package org.jkeepalived.config.draft;

/** A block that says how checkers probe: a virtual server, a real server, a checker. */
public interface Prober {
    /** What it says. */
    ProbeDraft probe();
}
