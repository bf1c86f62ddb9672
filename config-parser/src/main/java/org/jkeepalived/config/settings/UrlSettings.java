package org.jkeepalived.config.settings;

import java.util.List;

/**
 * A request of HTTP_GET or SSL_GET.
 *
 * @param path request target
 * @param virtualHost Host header, or null for the server's address and port
 * @param digest MD5 of the reply's body that is expected, 32 hex digits in lower case, or null
 * @param statusCodes status codes that are expected; never empty
 * @param pattern what the body must match, or null
 * @param tlsCompliant a TLS connection is ended with close_notify
 */
public record UrlSettings(
        String path,
        String virtualHost,
        String digest,
        List<StatusRange> statusCodes,
        BodyPattern pattern,
        boolean tlsCompliant) {
    public UrlSettings {
        statusCodes = List.copyOf(statusCodes);
    }
}
