package org.jkeepalived.config.keywords;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.HmacDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Authentication;
import org.jkeepalived.config.settings.OddBytes;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** authentication and auth_hmac of an instance. */
final class AuthenticationKeywords {
    private static final int PASSWORD_BYTES = 8;

    static final List<Keyword<InstanceDraft>> ALL = List.of(Keyword.<InstanceDraft>block("authentication",
            List.of(Keyword.<InstanceDraft>words("auth_type", "PASS or AH", Field.TYPE)
                    .required()
                    .example("auth_type PASS")
                    .shows(Field.TYPE)
                    .says("PASS is clear text in the packet; AH, the authentication header, is not sent by this version."),
                    Keyword.<InstanceDraft>words("auth_pass", "TEXT up to 8 bytes", Field.PASSWORD)
                            .required()
                            .secret()
                            .example("auth_pass secret")
                            .shows(Field.PASSWORD)
                            .says("Shared secret.")))
            .defaults("none")
            .example("authentication {\n  auth_type PASS\n  auth_pass secret\n}")
            .says("VRRPv2 authentication."),
            Keyword.nested("auth_hmac", "", new HmacBlock())
                    .defaults("none")
                    .notYet()
                    .example("auth_hmac {\n  key 1 0123456789abcdef0123456789abcdef\n  active_key 1\n}")
                    .says("Authenticated trailer of the adverts, for peers of keepalived 2.4 and later."));

    private AuthenticationKeywords() {}

    /** What each keyword reads and shows: one class, as a lambda for each would cost every start. */
    private enum Field implements Keyword.Binder<InstanceDraft>, Function<InstanceDraft, Object> {
        TYPE,
        PASSWORD;

        @Override
        public void bind(InstanceDraft instance, Statement statement, Binding binding) {
            switch (this) {
                case TYPE -> type(instance, statement, binding);
                case PASSWORD -> password(instance, statement, binding);
            }
        }

        @Override
        public Object apply(InstanceDraft instance) {
            return switch (this) {
                case TYPE -> instance.authType;
                case PASSWORD -> instance.authPass == null ? null : Quoting.word(instance.authPass);
            };
        }
    }

    private static final class HmacBlock implements Body.Own<InstanceDraft, HmacDraft> {
        @Override
        public Keywords<HmacDraft> keywords() {
            return HmacKeywords.KEYWORDS;
        }

        @Override
        public HmacDraft open(InstanceDraft instance, Statement block, Binding binding) {
            if (instance.hmac == null) {
                instance.hmac = new HmacDraft(instance.name);
            }
            return instance.hmac;
        }

        @Override
        public Collection<HmacDraft> drafts(InstanceDraft instance) {
            return instance.hmac == null ? List.of() : List.of(instance.hmac);
        }
    }

    private static void type(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        switch (word.text()) {
            case "PASS" -> instance.authType = Authentication.Type.PASS;
            case "AH" -> {
                instance.authType = Authentication.Type.AH;
                binding.findings().notActedOn(word.place(), "auth_type AH: not acted on by this version");
            }
            default -> binding.findings()
                    .error(word.place(), "unknown-option",
                            "(" + instance.name + ") unknown authentication type '" + word + "'", "PASS or AH");
        }
    }

    private static void password(InstanceDraft instance, Statement statement, Binding binding) {
        String password = statement.argument().text();
        byte[] bytes = OddBytes.encode(password);
        if (bytes.length > PASSWORD_BYTES) {
            binding.findings()
                    .warning(statement.argument().place(), "password-truncated",
                            "Truncating auth_pass to 8 characters");
            password = OddBytes.decode(Arrays.copyOf(bytes, PASSWORD_BYTES));
        }
        instance.authPass = password;
    }

}
