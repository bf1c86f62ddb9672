package org.jkeepalived.config.bind;

import org.jkeepalived.config.draft.PingCheckDraft;
import org.jkeepalived.config.draft.TcpCheckDraft;
import org.jkeepalived.config.keyword.Keywords;

/** Checkers that have nothing beyond a connection. */
final class PlainCheckKeywords {
    static final Keywords<TcpCheckDraft> TCP = Keywords.of(ConnectionKeywords.all());
    static final Keywords<PingCheckDraft> PING = Keywords.of(ConnectionKeywords.all());

    private PlainCheckKeywords() {}
}
