package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.VirtualServerDraft;

/** A rule about one virtual server. */
interface VirtualServerRule {
    /** Checks the service, reports, and repairs what does not fit; false when the service is to be dropped, which was reported. */
    boolean apply(VirtualServerDraft service, Scope scope);
}
