package org.jkeepalived.config.keywords;

import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.MiscCheckDraft;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of MISC_CHECK. */
final class MiscCheckKeywords {
    private static final int GROUP = 2;
    private static final WholeNumber TIMEOUT = WholeNumber.lenient(0, 4294);

    static final Keywords<MiscCheckDraft> KEYWORDS = Keywords.of(CheckerDefaultsKeywords.timing(),
            List.of(CheckerDefaultsKeywords.logAllFailures(),
                    Keyword.<MiscCheckDraft>words("misc_path", "COMMAND", MiscCheckKeywords::path)
                            .example("misc_path \"/usr/local/bin/changed here\"")
                            .shows(check -> check.command == null ? null : CommandLine.written(check.command))
                            .says("Program and arguments; exit status 0 is good."),
                    Keyword.<MiscCheckDraft>whole("misc_timeout", TIMEOUT, (check, n) -> check.timeoutSeconds = n,
                            (_, word) -> "Invalid misc_timeout value '" + word + "'")
                            .defaults("delay_loop")
                            .example("misc_timeout 5")
                            .shows(check -> check.timeoutSeconds)
                            .says("Seconds after which a run is killed and counts as failed."),
                    Keyword.<MiscCheckDraft>flag("misc_dynamic", check -> check.dynamic = true)
                            .defaults("off")
                            .shows(check -> check.dynamic)
                            .says("The exit status sets the weight: 1 is a failure, 2 to 255 a weight of 0 to 253."),
                    Keyword.<MiscCheckDraft>words("user", "USER [GROUP]", MiscCheckKeywords::user)
                            .defaults("script_user")
                            .example("user root")
                            .shows(check -> check.user)
                            .says("Account that the program runs as.")));

    private MiscCheckKeywords() {}

    static boolean close(MiscCheckDraft check, Statement block, Binding binding) {
        check.end = block.closedAt();
        if (!check.removed && check.command == null) {
            binding.findings()
                    .error(block.closedAt(), "no-script",
                            "No script path has been specified for MISC_CHECKER - skipping", "misc_path COMMAND");
        }
        return !check.removed && check.command != null;
    }

    /** The last one holds; what follows the command is not an account here. */
    private static void path(MiscCheckDraft check, Statement statement, Binding binding) {
        CommandDraft command = statement.argument() == null ? null : CommandLine.read(statement, binding);
        if (command != null) {
            command.userName = null;
            command.groupName = null;
            check.command = command;
        }
    }

    private static void user(MiscCheckDraft check, Statement statement, Binding binding) {
        String script = check.command == null ? "" : check.command.quoted();
        if (statement.argument() == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value",
                            "No user specified for misc checker script " + script, "USER [GROUP]");
            return;
        }
        if (check.removed) {
            return;
        }
        String name = statement.argument().text();
        Word group = statement.words().size() > GROUP ? statement.words().get(GROUP) : null;
        UserIds ids = binding.facts().user(name).orElse(null);
        if (ids != null && group != null) {
            int uid = ids.uid();
            ids = binding.facts().group(group.text()).map(gid -> new UserIds(name, uid, gid)).orElse(null);
        }
        if (ids == null) {
            binding.findings()
                    .error(statement.argument().place(), "unknown-account",
                            "Failed to set uid/gid for misc checker script " + script + " - removing",
                            "an account of this machine");
            check.removed = true;
            return;
        }
        check.account = ids;
        check.user = Quoting.word(name) + (group == null ? "" : " " + Quoting.word(group.text()));
    }
}
