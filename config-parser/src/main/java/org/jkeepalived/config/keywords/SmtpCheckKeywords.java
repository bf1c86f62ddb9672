package org.jkeepalived.config.keywords;

import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.SmtpCheckDraft;
import org.jkeepalived.config.draft.SmtpHostDraft;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of SMTP_CHECK. */
final class SmtpCheckKeywords {
    static final Keywords<SmtpCheckDraft> KEYWORDS = Keywords.of(ConnectionKeywords.all(), List.of(
            Keyword.<SmtpCheckDraft>words("helo_name", "NAME", SmtpCheckKeywords::heloName)
                    .defaults("smtpchecker.keepalived.org")
                    .example("helo_name lb1.example.com")
                    .shows(check -> check.heloName == null ? null : Quoting.word(check.heloName))
                    .says("Name that is sent in HELO."),
            Keyword.nested("host", "",
                    new Body.Inner<>(() -> Host.KEYWORDS, hostOpener(), (SmtpCheckDraft check) -> check.hosts, _ -> ""))
                    .example("host {\n  connect_ip 192.0.2.22\n}")
                    .says("Older way to ask several addresses; an SMTP_CHECK for each is better.")));

    private SmtpCheckKeywords() {}

    /** The keywords of a host block, asked for when there is one. */
    private static final class Host {
        private static final Keywords<SmtpHostDraft> KEYWORDS = Keywords.of(ConnectionKeywords.all());
    }

    /** A check with hosts is replaced by them, so that its own address is of no matter. */
    static boolean close(SmtpCheckDraft check, Statement block, Binding binding) {
        boolean hosts = block.children().stream().anyMatch(child -> child.keyword().text().equals("host"));
        return hosts ? !check.hosts.isEmpty() : ConnectionKeywords.reachable(check, block, binding);
    }

    private static Body.Opener<SmtpCheckDraft, SmtpHostDraft> hostOpener() {
        Body.Opener<SmtpCheckDraft, SmtpHostDraft> opener = (check, block, binding) -> {
            if (check.hosts.isEmpty()) {
                binding.findings()
                        .notice(block.keyword().place().untold(), "deprecated",
                                "The SMTP_CHECK host block is deprecated. Please define additional checkers.");
            }
            SmtpHostDraft host = new SmtpHostDraft(check);
            check.hosts.add(host);
            return host;
        };
        return opener.closedBy((check, host, block, binding) -> {
            if (!ConnectionKeywords.reachable(host, block, binding)) {
                check.hosts.remove(host);
            }
        });
    }

    private static void heloName(SmtpCheckDraft check, Statement statement, Binding binding) {
        if (statement.argument() == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "SMTP_CHECK helo name missing", "a name");
            return;
        }
        if (check.heloName != null) {
            binding.findings()
                    .error(statement.argument().place(), "already-set",
                            "SMTP_CHECK helo name already specified - replacing " + check.heloName);
        }
        check.heloName = statement.argument().text();
    }
}
