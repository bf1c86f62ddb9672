package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.TlsDraft;
import org.jkeepalived.config.settings.Quoting;

/** The keywords of SSL. */
final class TlsKeywords {
    static final List<Keyword<TlsDraft>> ALL = List.of(
            text("password", "password", tls -> tls.password, (tls, text) -> tls.password = text)
                    .example("password secret")
                    .secret()
                    .says("Pass phrase of the private key."),
            text("ca", "cafile", tls -> tls.authorityFile, (tls, text) -> tls.authorityFile = text)
                    .example("ca /etc/ssl/certs/ca-certificates.crt")
                    .says("File with the certificates to trust."),
            text("certificate", "certfile", tls -> tls.certificateFile, (tls, text) -> tls.certificateFile = text)
                    .example("certificate /etc/keepalived/client.crt")
                    .says("File with the certificate to show."),
            text("key", "keyfile", tls -> tls.keyFile, (tls, text) -> tls.keyFile = text)
                    .example("key /etc/keepalived/client.key")
                    .says("File with the certificate's private key."));
    static final Keywords<TlsDraft> KEYWORDS = Keywords.of(ALL);

    private TlsKeywords() {}

    private static Keyword.Builder<TlsDraft> text(String name, String named, Function<TlsDraft, String> getter,
            BiConsumer<TlsDraft, String> setter) {
        return Keyword.<TlsDraft>words(name, "TEXT", (tls, statement, binding) -> {
            if (statement.argument() == null) {
                binding.findings()
                        .error(statement.keyword().place(), "missing-value", "SSL " + named + " missing",
                                name + " TEXT");
                return;
            }
            if (getter.apply(tls) != null) {
                binding.findings()
                        .error(statement.keyword().place(), "already-set",
                                "SSL " + named + " already specified - replacing");
            }
            setter.accept(tls, statement.argument().text());
        }).defaults("none").shows(tls -> getter.apply(tls) == null ? null : Quoting.word(getter.apply(tls)));
    }
}
