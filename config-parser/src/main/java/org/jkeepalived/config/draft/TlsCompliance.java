package org.jkeepalived.config.draft;

/** A block that says how TLS connections are ended: SSL_GET or one of its urls. */
public interface TlsCompliance {
    /** Whether with close_notify; null where nothing was written. */
    Boolean tlsCompliant();

    /** Sets it. */
    void tlsCompliant(boolean on);
}
