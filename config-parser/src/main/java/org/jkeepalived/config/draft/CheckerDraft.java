package org.jkeepalived.config.draft;

/** A checker of a real server. */
public sealed interface CheckerDraft permits TcpCheckDraft {}
