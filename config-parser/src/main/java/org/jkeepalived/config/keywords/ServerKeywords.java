package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.declaration.YesNo;
import org.jkeepalived.config.draft.ProbeDraft;
import org.jkeepalived.config.draft.ServerDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords that stand in virtual_server, where they hold for its real servers, and in real_server. */
final class ServerKeywords {
    private static final WholeNumber SERVICE_WEIGHT = WholeNumber.lenient(1, Integer.MAX_VALUE);
    private static final WholeNumber WEIGHT = WholeNumber.lenient(0, Integer.MAX_VALUE);
    private static final YesNo YES_NO = new YesNo();

    private ServerKeywords() {}

    static <D extends ServerDraft> List<Keyword<D>> shared() {
        List<Keyword<D>> all = new ArrayList<>(CheckerDefaultsKeywords.timing());
        all.add(CheckerDefaultsKeywords.connectTimeout());
        all.add(CheckerDefaultsKeywords.virtualHost(server -> kind(server) + " virtualhost missing"));
        all.add(Keyword.<D>words("weight", WEIGHT.accepts() + "; 1 or more in virtual_server", ServerKeywords::weight)
                .required()
                .defaults("of the virtual server, 1")
                .example("weight 3")
                .shows(server -> server.weight)
                .says("Share of the connections; with 0 a server gets none."));
        all.add(Keyword
                .<D>words("inhibit_on_failure", YES_NO.accepts() + "; in virtual_server any word is yes",
                        ServerKeywords::inhibitOnFailure)
                .defaults("of the virtual server, off")
                .shows(server -> server.inhibitOnFailure)
                .says("A server that fails gets weight 0 instead of leaving the table."));
        all.add(Keyword
                .<D>yesNo("smtp_alert", (server, on) -> server.smtpAlert = on,
                        (server, word) -> "Invalid " + kind(server).replace(' ', '_') + " smtp_alert parameter " + word)
                .defaults("smtp_alert_checker, smtp_alert, on for real servers")
                .shows(server -> server.smtpAlert)
                .says("Mail when the server goes up or down, or the quorum is reached or lost."));
        all.add(Keyword.<D>words("snmp_name", "TEXT", ServerKeywords::snmpName)
                .defaults("none")
                .example("snmp_name web")
                .shows(server -> server.snmpName == null ? null : Quoting.word(server.snmpName))
                .says("Name in SNMP."));
        return all;
    }

    /** A script that runs on a change; the first line holds. */
    static <D extends ServerDraft> Keyword.Builder<D> command(String name) {
        return Keyword
                .<D>words(name, "COMMAND [USER [GROUP]]",
                        (server, statement, binding) -> NotifyKeywords.bindOnce(server.commands,
                                "(" + server.label() + ") ", statement, binding))
                .required()
                .defaults("none")
                .example(name + " \"/usr/local/bin/changed here\" root")
                .shows(server -> server.commands.containsKey(name)
                        ? CommandLine.written(server.commands.get(name))
                        : null);
    }

    private static String kind(ServerDraft server) {
        return isService(server) ? "virtual server" : "real server";
    }

    private static boolean isService(ServerDraft server) {
        return server.probe().level == ProbeDraft.Level.VIRTUAL_SERVER;
    }

    private static void weight(ServerDraft server, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong value = (isService(server) ? SERVICE_WEIGHT : WEIGHT).read(word, binding);
        if (value.isPresent()) {
            server.weight = value.getAsLong();
        } else {
            binding.findings()
                    .error(word.place(), "value-ignored", (isService(server) ? "Virtual" : "Real") + " server weight "
                            + word + " is outside range " + (isService(server) ? 1 : 0) + "-2147483647");
        }
    }

    private static void inhibitOnFailure(ServerDraft server, Statement statement, Binding binding) {
        if (isService(server)) {
            server.inhibitOnFailure = true;
            return;
        }
        YES_NO.read(statement.argument())
                .ifPresentOrElse(on -> server.inhibitOnFailure = on, () -> binding.findings()
                        .error(statement.argument().place(), "bad-boolean",
                                "Invalid inhibit_on_failure parameter " + statement.argument(), YES_NO.accepts()));
    }

    private static void snmpName(ServerDraft server, Statement statement, Binding binding) {
        if (statement.words().size() == 2) {
            server.snmpName = statement.argument().text();
        } else {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value",
                            kind(server) + " snmp_name missing or extra parameters", "one word");
        }
    }
}
