package org.jkeepalived.config.settings;

import java.util.List;

/**
 * HTTP_GET or SSL_GET: every url must be answered as it says.
 *
 * @param probe when
 * @param connection where to
 * @param tls SSL_GET
 * @param protocol of the request
 * @param sni a server name is sent in the TLS handshake
 * @param sniName that name, or null for the virtual host
 * @param fastRecovery while the server is not up and nothing failed, the next url follows at once
 * @param urls requests, in order; never empty
 */
public record HttpCheckSettings(
        ProbeSettings probe,
        ConnectionSettings connection,
        boolean tls,
        Protocol protocol,
        boolean sni,
        String sniName,
        boolean fastRecovery,
        List<UrlSettings> urls) implements CheckerSettings {
    public HttpCheckSettings {
        urls = List.copyOf(urls);
    }

    /** Version of the request. */
    public enum Protocol {
        HTTP_1_0("1.0"),
        HTTP_1_1("1.1"),
        /** 1.0 with a header that asks for the connection to be closed. */
        HTTP_1_0_CLOSE("1.0C");

        private final String word;

        Protocol(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }
    }
}
