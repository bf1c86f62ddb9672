package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.HttpCheckDraft;
import org.jkeepalived.config.draft.TlsCompliance;
import org.jkeepalived.config.draft.UrlDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.HttpCheckSettings.Protocol;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of HTTP_GET and SSL_GET. */
final class HttpCheckKeywords {
    private static final WholeNumber RETRIES = WholeNumber.lenient(0, 0xffff_ffffL);

    /** Of HTTP_GET. */
    static final Keywords<HttpCheckDraft> PLAIN = Keywords.of(ConnectionKeywords.all(), all(() -> UrlKeywords.PLAIN));
    /** Of SSL_GET. */
    static final Keywords<HttpCheckDraft> TLS = Keywords.of(ConnectionKeywords.all(), all(() -> UrlKeywords.TLS),
            List.of(tlsCompliant()));

    private HttpCheckKeywords() {}

    private static List<Keyword<HttpCheckDraft>> all(Supplier<Keywords<UrlDraft>> urlKeywords) {
        return List.of(
                Keyword.<HttpCheckDraft>words("nb_get_retry", RETRIES.accepts(), HttpCheckKeywords::nbGetRetry)
                        .required()
                        .example("nb_get_retry 3")
                        .shows(_ -> null)
                        .says("Older spelling of retry."),
                CheckerDefaultsKeywords.virtualHost(_ -> "HTTP_GET virtualhost name missing"),
                Keyword.<HttpCheckDraft>words("http_protocol", "1.0, 1.1 or 1.0C", HttpCheckKeywords::protocol)
                        .defaults("1.0")
                        .example("http_protocol 1.1")
                        .shows(check -> check.protocol.word())
                        .says("Version of the request; 1.0C asks for the connection to be closed."),
                Keyword.<HttpCheckDraft>yesNo("enable_sni", (check, on) -> check.sni = on,
                        (_, word) -> "Invalid enable_sni parameter " + word)
                        .defaults("off")
                        .example("enable_sni true")
                        .shows(check -> check.sni)
                        .says("Send the virtual host as server name in the TLS handshake."),
                Keyword.<HttpCheckDraft>words("sni_name", "[NAME]", HttpCheckKeywords::sniName)
                        .defaults("the virtual host")
                        .example("sni_name www.example.com")
                        .shows(check -> check.sniName == null ? null : Quoting.word(check.sniName))
                        .says("Send a server name in the TLS handshake: this one, or the virtual host."),
                Keyword.<HttpCheckDraft>yesNo("fast_recovery", (check, on) -> check.fastRecovery = on,
                        (_, word) -> "Invalid fast_recovery parameter " + word)
                        .defaults("off")
                        .example("fast_recovery true")
                        .shows(check -> check.fastRecovery)
                        .says("While the server is not up and nothing failed, ask for the next url at once."),
                Keyword.nested("url", "",
                        new Body.Inner<>(urlKeywords, urlOpener(), (HttpCheckDraft check) -> check.urls, _ -> ""))
                        .example("url {\n  path /health\n}")
                        .says("A request; every one must be answered as it says."));
    }

    /** tls_compliant, of SSL_GET and of its urls. */
    static <D extends TlsCompliance> Keyword<D> tlsCompliant() {
        return Keyword
                .<D>yesNo("tls_compliant", TlsCompliance::tlsCompliant,
                        (_, word) -> "Invalid tls_compliant parameter " + word)
                .defaults("of the block around, off")
                .example("tls_compliant true")
                .shows(TlsCompliance::tlsCompliant)
                .says("End a TLS connection with close_notify.");
    }

    private static Body.Opener<HttpCheckDraft, UrlDraft> urlOpener() {
        Body.Opener<HttpCheckDraft, UrlDraft> opener = (check, _, _) -> {
            UrlDraft url = new UrlDraft();
            check.urls.add(url);
            return url;
        };
        return opener.closedBy((check, url, block, binding) -> {
            if (url.path == null) {
                binding.findings()
                        .error(block.closedAt(), "no-path", "HTTP/SSL_GET checker url has no path - ignoring",
                                "path PATH");
                check.urls.remove(url);
            } else {
                UrlPattern.check(url, block.keyword().place(), binding);
            }
        });
    }

    static boolean close(HttpCheckDraft check, Statement block, Binding binding) {
        if (check.urls.isEmpty()) {
            binding.findings()
                    .error(block.closedAt(), "no-url", "HTTP/SSL_GET checker has no urls specified - ignoring",
                            "url {\n  path PATH\n}");
            return false;
        }
        return ConnectionKeywords.reachable(check, block, binding);
    }

    private static void nbGetRetry(HttpCheckDraft check, Statement statement, Binding binding) {
        binding.findings()
                .deprecated(statement.keyword().place(), "nb_get_retry is deprecated - please use 'retry'", true,
                        "retry");
        Word word = statement.argument();
        OptionalLong value = RETRIES.read(word, binding);
        if (value.isPresent()) {
            check.probe().retries = value.getAsLong();
        } else {
            binding.findings().error(word.place(), "value-ignored", "Invalid nb_get_retry value '" + word + "'");
        }
    }

    private static void protocol(HttpCheckDraft check, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "Missing http_protocol version",
                            "1.0, 1.1 or 1.0C");
            return;
        }
        for (Protocol protocol : Protocol.values()) {
            if (protocol.word().equalsIgnoreCase(word.text())) {
                check.protocol = protocol;
                return;
            }
        }
        binding.findings()
                .error(word.place(), "bad-version", "Invalid http_protocol version " + word, "1.0, 1.1 or 1.0C");
    }

    private static void sniName(HttpCheckDraft check, Statement statement, Binding binding) {
        Word name = statement.argument();
        if (name == null && check.sniName != null) {
            binding.findings()
                    .error(statement.keyword().place(), "already-set",
                            "sni_name already specified as " + check.sniName + " - ignoring");
            return;
        }
        check.sni = true;
        check.sniName = name == null ? null : name.text();
    }
}
