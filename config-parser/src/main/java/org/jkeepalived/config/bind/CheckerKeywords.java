package org.jkeepalived.config.bind;

import org.jkeepalived.config.draft.RealServerDraft;
import org.jkeepalived.config.keyword.Keyword;

import java.util.List;

/** The checkers of a real_server. */
final class CheckerKeywords {
    static final List<Keyword<RealServerDraft>> ALL = List.of();

    private CheckerKeywords() {}
}
