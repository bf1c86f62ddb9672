package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Mail;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The mail keywords of global_defs. */
final class MailKeywords {
    private static final WholeNumber PORT = WholeNumber.strict(1, 65535);
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");

    static final List<Keyword<GlobalDraft>> ALL = all();

    private MailKeywords() {}

    private static List<Keyword<GlobalDraft>> all() {
        List<Keyword<GlobalDraft>> all = new ArrayList<>();
        all.add(Keyword.<GlobalDraft>list("notification_email", "one ADDRESS per line", MailKeywords::recipients)
                .example("notification_email {\n  admin@example.com\n}")
                .shows(global -> global.recipients.stream().map(Quoting::word).toList())
                .says("Recipients of alert mail; each line one address."));
        all.addAll(SettingKeywords.of(Mail.SECTION, (GlobalDraft global) -> global.mail)
                .read(Mail.FROM, MailKeywords::from)
                .read(Mail.HELO_NAME, MailKeywords::heloName)
                .read(Mail.CONNECT_TIMEOUT, MailKeywords::timeout)
                .behind(Mail.FROM,
                        List.of(Keyword.<GlobalDraft>words("smtp_server", "HOST [PORT]", MailKeywords::server)
                                .required()
                                .defaults("no mail; port 25")
                                .example("smtp_server 192.0.2.25 587")
                                .shows(global -> global.smtpServer == null
                                        ? null
                                        : Quoting.word(global.smtpServer) + " " + global.smtpPort)
                                .says("Mail relay for alerts; a name is resolved when mail is sent.")))
                .all());
        return all;
    }

    private static void recipients(GlobalDraft global, Statement block, Binding binding) {
        if (block.children().isEmpty()) {
            binding.findings()
                    .warning(block.closedAt() == null ? block.keyword().place() : block.closedAt(), "empty-list",
                            "Warning - empty notification_email block");
        }
        for (Statement entry : block.children()) {
            for (Word word : entry.words()) {
                global.recipients.add(word.text());
            }
        }
    }

    private static void from(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.argument() == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "emailfrom missing - ignoring", "an address");
            return;
        }
        if (statement.arguments().size() > 1) {
            binding.findings()
                    .error(statement.words().get(2).place(), "extra-words",
                            "Too many parameters specified for notification_email_from - ignoring "
                                    + statement.words().get(2),
                            "one word, in double quotes where it has blanks");
        }
        global.mail.put(Mail.FROM, statement.argument().text());
    }

    private static void server(GlobalDraft global, Statement statement, Binding binding) {
        String host = statement.argument().text();
        Word portWord = statement.words().size() > 2 ? statement.words().get(2) : null;
        OptionalLong port = portWord == null ? OptionalLong.of(global.smtpPort) : PORT.read(portWord, binding);
        boolean looksNumeric = DIGITS_AND_DOTS.matcher(host).matches();
        boolean address = Addresses.parse(host) != null;
        // A daemon does not wait for the name service: this version sends no mail.
        boolean unknown = !address && (looksNumeric || binding.test() && !binding.facts().resolves(host));
        if (port.isEmpty() || host.startsWith("-") || unknown) {
            String shown = host + " " + (portWord == null ? global.smtpPort : portWord.text());
            binding.findings()
                    .error(statement.argument().place(), "bad-smtp-server", "Invalid smtp server " + shown,
                            "HOST [PORT]");
            return;
        }
        global.smtpServer = host;
        global.smtpPort = (int) port.getAsLong();
    }

    private static void timeout(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong seconds = WholeNumber.of(Mail.CONNECT_TIMEOUT).read(word, binding);
        if (seconds.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored",
                            "smtp_connect_timeout '" + word + "' must be in [0, 4294] - ignoring");
        } else if (seconds.getAsLong() == 0) {
            binding.findings()
                    .error(word.place(), "value-raised", "smtp_conect_timeout must be greater than 0, setting to 1");
            global.mail.put(Mail.CONNECT_TIMEOUT, 1);
        } else {
            global.mail.put(Mail.CONNECT_TIMEOUT, (int) seconds.getAsLong());
        }
    }

    private static void heloName(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.argument() != null) {
            global.mail.put(Mail.HELO_NAME, statement.argument().text());
        }
    }
}
