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
        for (Fifo fifo : Fifo.values()) {
            PathOf path = new PathOf(fifo);
            all.add(Keyword.words(fifo.keyword, PATH, path)
                    .defaults("none")
                    .shows(path)
                    .example(fifo.keyword + " /run/keepalived_fifo root")
                    .withoutEffect(ABSENT)
                    .says("Named pipe that receives a line for " + fifo.what + "."));
            ScriptOf script = new ScriptOf(fifo);
            all.add(Keyword.words(fifo.keyword + "_script", COMMAND, script)
                    .defaults("none")
                    .shows(script)
                    .example(fifo.keyword + "_script \"/usr/local/bin/changed fifo\" root")
                    .withoutEffect(ABSENT)
                    .says("Program that reads " + fifo.keyword + ", started with its path as last argument."));
        }
        return List.copyOf(all);
    }

    private enum Fifo {
        ALL("notify_fifo", "every change of state"),
        VRRP("vrrp_notify_fifo", "changes of state of instances and groups"),
        LVS("lvs_notify_fifo", "changes of state of virtual and real servers");

        private final String keyword;
        private final String what;

        Fifo(String keyword, String what) {
            this.keyword = keyword;
            this.what = what;
        }

        private FifoDraft of(GlobalDraft global) {
            return switch (this) {
                case ALL -> global.fifo;
                case VRRP -> global.vrrpFifo;
                case LVS -> global.lvsFifo;
            };
        }
    }

    private record PathOf(Fifo fifo) implements Keyword.Binder<GlobalDraft>, Function<GlobalDraft, String> {
        @Override
        public void bind(GlobalDraft global, Statement statement, Binding binding) {
            path(fifo.of(global), statement, binding);
        }

        @Override
        public String apply(GlobalDraft global) {
            return shown(fifo.of(global));
        }
    }

    private record ScriptOf(Fifo fifo) implements Keyword.Binder<GlobalDraft>, Function<GlobalDraft, String> {
        @Override
        public void bind(GlobalDraft global, Statement statement, Binding binding) {
            script(fifo.of(global), statement, binding);
        }

        @Override
        public String apply(GlobalDraft global) {
            return CommandLine.shown(fifo.of(global).script);
        }
    }

    private static void path(FifoDraft fifo, Statement statement, Binding binding) {
        String keyword = statement.keyword().text();
        if (statement.argument() == null) {
            missing(statement, "No " + keyword + " name specified", PATH, binding);
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
            missing(statement, "No " + keyword + " specified", COMMAND, binding);
        } else if (fifo.script != null) {
            binding.findings()
                    .error(statement.argument().place(), "already-set",
                            keyword + " already specified - ignoring " + statement.argument());
        } else {
            fifo.script = CommandLine.read(statement, binding);
        }
    }

    private static void missing(Statement statement, String message, String expected, Binding binding) {
        binding.findings().error(statement.keyword().place(), "missing-value", message, expected);
    }
}
