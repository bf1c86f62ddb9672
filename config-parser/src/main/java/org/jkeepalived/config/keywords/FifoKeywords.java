package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.draft.FifoDraft;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The notify FIFOs of global_defs: the same two keywords for each of the three. */
final class FifoKeywords {
    private static final String PATH = "PATH [USER [GROUP]]";
    private static final String COMMAND = "COMMAND [USER [GROUP]]";
    private static final String ABSENT = "there is no notify FIFO in this version";

    static final List<Keyword<GlobalDraft>> ALL = all();

    private FifoKeywords() {}

    private static List<Keyword<GlobalDraft>> all() {
        List<Keyword<GlobalDraft>> all = new ArrayList<>();
        add(all, "notify_fifo", global -> global.fifo, "every change of state");
        add(all, "vrrp_notify_fifo", global -> global.vrrpFifo, "changes of state of instances and groups");
        add(all, "lvs_notify_fifo", global -> global.lvsFifo, "changes of state of virtual and real servers");
        all.add(GlobalForms
                .flag("fifo_write_vrrp_states_on_reload", global -> global.fifoStatesOnReload = true,
                        global -> global.fifoStatesOnReload)
                .withoutEffect(ABSENT)
                .says("Write the state of every instance and group to the FIFOs after a reload."));
        return List.copyOf(all);
    }

    private static void add(List<Keyword<GlobalDraft>> all, String name, Function<GlobalDraft, FifoDraft> fifo,
            String what) {
        all.add(Keyword
                .<GlobalDraft>words(name, PATH,
                        (global, statement, binding) -> path(fifo.apply(global), statement, binding))
                .defaults("none")
                .shows(global -> shown(fifo.apply(global)))
                .example(name + " /run/keepalived_fifo root")
                .withoutEffect(ABSENT)
                .says("Named pipe that receives a line for " + what + "."));
        all.add(Keyword
                .<GlobalDraft>words(name + "_script", COMMAND,
                        (global, statement, binding) -> script(fifo.apply(global), statement, binding))
                .defaults("none")
                .shows(global -> CommandLine.shown(fifo.apply(global).script))
                .example(name + "_script \"/usr/local/bin/changed fifo\" root")
                .withoutEffect(ABSENT)
                .says("Program that reads " + name + ", started with its path as last argument."));
    }

    private static void path(FifoDraft fifo, Statement statement, Binding binding) {
        String keyword = statement.keyword().text();
        if (statement.argument() == null) {
            GlobalForms.missing(statement, "No " + keyword + " name specified", PATH, binding);
            return;
        }
        String path = statement.argument().text();
        if (fifo.path != null) {
            binding.findings()
                    .error(statement.argument().place(), "already-set",
                            keyword + " already specified - ignoring " + path);
            return;
        }
        List<Word> account = statement.words().subList(2, statement.words().size());
        if (!account.isEmpty()) {
            Optional<UserIds> owner = owner(account, binding);
            if (owner.isEmpty()) {
                binding.findings()
                        .notice(null, "unknown-account",
                                "Invalid user/group for " + keyword + " fifo " + path + " - ignoring");
                return;
            }
            fifo.account = owner.get();
            fifo.userName = account.getFirst().text();
            fifo.groupName = account.size() > 1 ? account.get(1).text() : null;
        }
        fifo.path = path;
        fifo.place = statement.argument().place();
    }

    private static Optional<UserIds> owner(List<Word> account, Binding binding) {
        String user = account.getFirst().text();
        Optional<UserIds> ids = binding.facts().user(user);
        if (ids.isEmpty()) {
            binding.findings().notice(null, "unknown-account", "Script user '" + user + "' does not exist");
            return ids;
        }
        if (account.size() < 2) {
            return ids;
        }
        Optional<Integer> gid = binding.facts().group(account.get(1).text());
        if (gid.isEmpty()) {
            binding.findings().notice(null, "unknown-account", "Script group '" + account.get(1) + "' does not exist");
        }
        return gid.map(group -> new UserIds(user, ids.get().uid(), group));
    }

    private static String shown(FifoDraft fifo) {
        if (fifo.path == null) {
            return null;
        }
        return Quoting.word(fifo.path) + (fifo.userName == null ? "" : " " + Quoting.word(fifo.userName))
                + (fifo.groupName == null ? "" : " " + Quoting.word(fifo.groupName));
    }

    private static void script(FifoDraft fifo, Statement statement, Binding binding) {
        String keyword = statement.keyword().text();
        if (statement.argument() == null) {
            GlobalForms.missing(statement, "No " + keyword + " specified", COMMAND, binding);
        } else if (fifo.script != null) {
            binding.findings()
                    .error(statement.argument().place(), "already-set",
                            keyword + " already specified - ignoring " + statement.argument());
        } else {
            fifo.script = CommandLine.read(statement, binding);
        }
    }
}
