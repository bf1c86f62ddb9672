package org.jkeepalived.config.keywords;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.DnsCheckDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.DnsCheckSettings.QueryType;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of DNS_CHECK. */
final class DnsCheckKeywords {
    private static final String TYPES = Arrays.stream(QueryType.values())
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    /** keepalived takes a first label of one letter for an empty one. */
    private static final Pattern EMPTY_LABEL = Pattern.compile("[^.]?\\..+|[^.]\\.|.*\\.\\..*", Pattern.DOTALL);

    static final Keywords<DnsCheckDraft> KEYWORDS = Keywords.of(ConnectionKeywords.all(),
            List.of(Keyword.<DnsCheckDraft>words("type", TYPES, DnsCheckKeywords::type)
                    .required()
                    .defaults("SOA")
                    .example("type A")
                    .shows(check -> check.type.name())
                    .says("Type of the query, in any case."),
                    Keyword.<DnsCheckDraft>words("name", "NAME", DnsCheckKeywords::name)
                            .required()
                            .defaults("the root")
                            .example("name www.example.com")
                            .shows(check -> check.name == null ? null : Quoting.word(check.name))
                            .says("Name that is asked for.")));

    private DnsCheckKeywords() {}

    private static void type(DnsCheckDraft check, Statement statement, Binding binding) {
        Word word = statement.argument();
        for (QueryType type : QueryType.values()) {
            if (type.name().equalsIgnoreCase(word.text())) {
                check.type = type;
                return;
            }
        }
        binding.findings().error(word.place(), "unknown-type", "Unknown DNS check type " + word + " - ignoring", TYPES);
    }

    private static void name(DnsCheckDraft check, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (check.name != null) {
            binding.findings().error(word.place(), "already-set", "DNS_CHECK name already specified - ignoring");
        } else if (EMPTY_LABEL.matcher(word.text()).matches()) {
            binding.findings()
                    .error(word.place(), "bad-name", "DNS_CHECK name '" + word + "' has empty label - ignoring",
                            "labels between single points");
        } else {
            check.name = word.text();
        }
    }
}
