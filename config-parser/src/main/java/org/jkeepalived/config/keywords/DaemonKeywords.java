package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.DaemonDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.settings.Quoting;

/** The words outside any block. */
final class DaemonKeywords {
    static final List<Keyword<ConfigurationDraft>> ALL = List.of(name("net_namespace", true, (daemon, name) -> {
        daemon.networkNamespace = name.text();
        daemon.networkNamespacePlace = name.place();
    }, daemon -> daemon.networkNamespace).defaults("the one it was started in")
            .example("net_namespace blue")
            .withoutEffect("the option -s enters a network namespace, this line does not")
            .says("Network namespace that the daemon runs in."),
            name("net_namespace_ipvs", false, (daemon, name) -> daemon.ipvsNamespace = name == null ? "" : name.text(),
                    daemon -> daemon.ipvsNamespace).defaults("net_namespace; alone: the default namespace")
                    .example("net_namespace_ipvs green")
                    .notYet()
                    .says("Network namespace of the IPVS tables."),
            Keyword.<ConfigurationDraft>flag("namespace_with_ipsets", all -> all.daemon.ipsetsInNamespace = true)
                    .defaults("off")
                    .shows(all -> all.daemon.ipsetsInNamespace)
                    .onReload(ReloadEffect.NEEDS_RESTART)
                    .withoutEffect("this version installs no packet filter")
                    .says("Use ipsets in a network namespace too, where old kernels fail."),
            name("instance", true, (daemon, name) -> daemon.instance = name.text(), daemon -> daemon.instance)
                    .defaults("none")
                    .example("instance blue")
                    .says("Label that tells daemons in one network namespace apart; part of the names of pid files."),
            Keyword.<ConfigurationDraft>flag("use_pid_dir", all -> all.daemon.pidDirectory = true)
                    .defaults("off; on with instance or a network namespace")
                    .shows(all -> all.daemon.pidDirectory)
                    .onReload(ReloadEffect.NEEDS_RESTART)
                    .says("Put pid files into /run/keepalived instead of /run."),
            Keyword.<ConfigurationDraft>whole("child_wait_time", WholeNumber.strict(0, 0xffff_ffffL),
                    (all, seconds) -> all.daemon.childWaitSeconds = seconds,
                    (_, word) -> "Invalid child_wait_time " + word)
                    .defaults("5")
                    .shows(all -> all.daemon.childWaitSeconds)
                    .example("child_wait_time 10")
                    .withoutEffect("the daemon has no child processes to wait for")
                    .says("Seconds that the end of child processes is waited for."));

    private DaemonKeywords() {}

    /** A name that holds once. */
    private static Keyword.Builder<ConfigurationDraft> name(String keyword, boolean mandatory,
            BiConsumer<DaemonDraft, Word> setter, Function<DaemonDraft, String> getter) {
        return Keyword.<ConfigurationDraft>words(keyword, mandatory ? "NAME" : "[NAME]", (all, statement, binding) -> {
            Word name = statement.argument();
            if (mandatory && name == null) {
                binding.findings()
                        .error(statement.keyword().place(), "missing-value", keyword + " name missing - ignoring",
                                "NAME");
            } else if (getter.apply(all.daemon) != null) {
                binding.findings()
                        .error(statement.keyword().place(), "already-set", "Duplicate " + keyword + " definition"
                                + (name == null ? "" : " " + name) + " - ignoring");
            } else {
                setter.accept(all.daemon, name);
            }
        }).shows(all -> {
            String name = getter.apply(all.daemon);
            return name == null || name.isEmpty() && !mandatory ? name : Quoting.word(name);
        }).onReload(ReloadEffect.REFUSED);
    }
}
