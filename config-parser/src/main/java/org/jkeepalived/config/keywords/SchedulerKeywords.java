package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of virtual_server about its scheduler. */
final class SchedulerKeywords {
    private static final List<String> SCHEDULERS = List.of("rr", "wrr", "lc", "wlc", "lblc", "lblcr", "sh", "mh", "dh",
            "fo", "ovf", "sed", "nq", "twos");
    /** The schedulers that name their flags. */
    private static final Set<String> HASHES = Set.of("sh", "mh");

    static final List<Keyword<VirtualServerDraft>> ALL = List.of(
            Keyword.<VirtualServerDraft>words("lb_algo", String.join(", ", SCHEDULERS), SchedulerKeywords::scheduler)
                    .required()
                    .aliases("lvs_sched")
                    .defaults("wlc, reported")
                    .example("lb_algo rr")
                    .shows(service -> service.scheduler)
                    .says("IPVS scheduler."),
            Keyword.<VirtualServerDraft>words("hashed", "no value", SchedulerKeywords::hashed)
                    .shows(service -> service.hashed ? "" : null)
                    .withoutEffect("keepalived itself makes nothing of it")
                    .says("Of historic interest; only beside the schedulers sh and mh."),
            Keyword.<VirtualServerDraft>flag("ops", service -> service.onePacket = true)
                    .defaults("off")
                    .shows(service -> service.onePacket)
                    .says("Each datagram is scheduled on its own; for UDP and firewall marks."),
            plain("flag-1", service -> service.flag1 = true, service -> service.flag1)
                    .says("The first flag of the scheduler."),
            plain("flag-2", service -> service.flag2 = true, service -> service.flag2)
                    .says("The second flag of the scheduler."),
            Keyword.<VirtualServerDraft>flag("flag-3", service -> service.flag3 = true)
                    .defaults("off")
                    .shows(service -> service.flag3)
                    .says("The third flag of the scheduler."),
            named("sh-port", "sh", service -> service.flag2 = true, service -> service.flag2)
                    .says("The source hash takes the port too."),
            named("sh-fallback", "sh", service -> service.flag1 = true, service -> service.flag1)
                    .says("Another server is taken when the one that the source hash names is down."),
            named("mh-port", "mh", service -> service.flag2 = true, service -> service.flag2)
                    .says("The maglev hash takes the port too."),
            named("mh-fallback", "mh", service -> service.flag1 = true, service -> service.flag1)
                    .says("Another server is taken when the one that the maglev hash names is down."));

    private SchedulerKeywords() {}

    /** A flag by its number; the schedulers of {@link #HASHES} show it by its name. */
    private static Keyword.Builder<VirtualServerDraft> plain(String name, Consumer<VirtualServerDraft> setter,
            Predicate<VirtualServerDraft> getter) {
        return Keyword.<VirtualServerDraft>flag(name, setter)
                .defaults("off")
                .shows(service -> getter.test(service)
                        && (service.scheduler == null || !HASHES.contains(service.scheduler)));
    }

    private static Keyword.Builder<VirtualServerDraft> named(String name, String scheduler,
            Consumer<VirtualServerDraft> setter, Predicate<VirtualServerDraft> getter) {
        return Keyword.<VirtualServerDraft>words(name, "no value", (service, statement, binding) -> {
            if (scheduler.equals(service.scheduler)) {
                setter.accept(service);
            } else if (!isHash(service)) {
                onlyFor(scheduler, statement, binding);
            }
        }).defaults("off").shows(service -> getter.test(service) && scheduler.equals(service.scheduler) ? "" : null);
    }

    private static void hashed(VirtualServerDraft service, Statement statement, Binding binding) {
        if (isHash(service)) {
            service.hashed = true;
        } else {
            onlyFor("sh", statement, binding);
        }
    }

    private static boolean isHash(VirtualServerDraft service) {
        return service.scheduler != null && HASHES.contains(service.scheduler);
    }

    /** The message names sh for each of them. */
    private static void onlyFor(String scheduler, Statement statement, Binding binding) {
        binding.findings()
                .error(statement.keyword().place(), "wrong-scheduler",
                        statement.keyword() + " only applies to sh scheduler - ignoring",
                        "lb_algo " + scheduler + " before it");
    }

    private static void scheduler(VirtualServerDraft service, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (SCHEDULERS.contains(word.text())) {
            service.scheduler = word.text();
        } else {
            binding.findings()
                    .error(word.place(), "unknown-option", "Invalid lvs_scheduler '" + word + "' - ignoring",
                            String.join(", ", SCHEDULERS));
        }
    }
}
