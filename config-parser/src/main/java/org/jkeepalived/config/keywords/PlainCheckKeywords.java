package org.jkeepalived.config.keywords;

import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.PingCheckDraft;
import org.jkeepalived.config.draft.TcpCheckDraft;

/** Checkers that have nothing beyond a connection. */
final class PlainCheckKeywords {
    static final Keywords<TcpCheckDraft> TCP = Keywords.of(ConnectionKeywords.all());
    static final Keywords<PingCheckDraft> PING = Keywords.of(ConnectionKeywords.all());

    private PlainCheckKeywords() {}
}
