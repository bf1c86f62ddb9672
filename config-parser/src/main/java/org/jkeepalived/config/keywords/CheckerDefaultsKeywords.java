package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.DecimalNumber;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.declaration.YesNo;
import org.jkeepalived.config.draft.ProbeDraft;
import org.jkeepalived.config.draft.Prober;
import org.jkeepalived.config.draft.VirtualHosted;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords about probing that may stand in a virtual server, in a real server and in a checker: the innermost that is written holds. */
final class CheckerDefaultsKeywords {
    private static final long MICROSECOND_NANOS = 1_000L;
    private static final DecimalNumber SPAN = DecimalNumber.lenient(6, 0, Long.MAX_VALUE);
    private static final DecimalNumber PERIOD = DecimalNumber.lenient(6, MICROSECOND_NANOS, Long.MAX_VALUE);
    private static final DecimalNumber TIMEOUT = DecimalNumber.lenient(6, MICROSECOND_NANOS, 4_294_967_295_000L);
    private static final WholeNumber RETRIES = WholeNumber.strict(0, 0xffff_ffffL);
    private static final WholeNumber SERVER_RETRIES = WholeNumber.strict(1, 0xffff_ffffL);
    private static final YesNo YES_NO = new YesNo();

    private CheckerDefaultsKeywords() {}

    /** delay_loop, delay_before_retry, retry, warmup and alpha. */
    static <D extends Prober> List<Keyword<D>> timing() {
        return List.of(
                CheckerDefaultsKeywords
                        .<D>seconds("delay_loop", PERIOD, probe -> probe.delayLoopNanos,
                                (probe, nanos) -> probe.delayLoopNanos = nanos)
                        .defaults("of the virtual server, 60")
                        .example("delay_loop 10")
                        .says("Seconds from one probe to the next."),
                CheckerDefaultsKeywords
                        .<D>seconds("delay_before_retry", SPAN, probe -> probe.delayBeforeRetryNanos,
                                (probe, nanos) -> probe.delayBeforeRetryNanos = nanos)
                        .defaults("of the real server, of the virtual server, of the kind of checker")
                        .example("delay_before_retry 3")
                        .says("Seconds from a failed probe to its repetition."),
                CheckerDefaultsKeywords
                        .<D>seconds("warmup", SPAN, probe -> probe.warmupNanos,
                                (probe, nanos) -> probe.warmupNanos = nanos)
                        .defaults("of the real server, of the virtual server, delay_loop")
                        .example("warmup 5")
                        .says("The first probe comes after a random part of this many seconds."),
                Keyword.<D>words("retry", RETRIES.accepts() + "; 1 or more outside a checker",
                        CheckerDefaultsKeywords::retry)
                        .required()
                        .defaults("of the real server, of the virtual server, of the kind of checker")
                        .example("retry 3")
                        .shows(owner -> owner.probe().retries)
                        .says("How often a failed probe is repeated before it counts."),
                CheckerDefaultsKeywords.alpha());
    }

    /** connect_timeout, for what connects. */
    static <D extends Prober> Keyword<D> connectTimeout() {
        return CheckerDefaultsKeywords
                .<D>seconds("connect_timeout", TIMEOUT, probe -> probe.connectTimeoutNanos,
                        (probe, nanos) -> probe.connectTimeoutNanos = nanos)
                .defaults("of the real server, of the virtual server, 5")
                .example("connect_timeout 3")
                .says("Seconds that a connection may take.");
    }

    /** alpha, for a checker without {@link #timing}. */
    static <D extends Prober> Keyword<D> alpha() {
        return Keyword
                .<D>words("alpha", YES_NO.accepts() + "; in virtual_server any word is yes",
                        CheckerDefaultsKeywords::alpha)
                .defaults("of the real server, of the virtual server, off")
                .shows(owner -> owner.probe().alpha)
                .says("The server is down until a probe succeeds.");
    }

    /** log_all_failures, for a checker. */
    static <D extends Prober> Keyword<D> logAllFailures() {
        return Keyword
                .<D>yesNo("log_all_failures", (owner, on) -> owner.probe().logAllFailures = on,
                        (_, word) -> "Invalid log_all_failures parameter " + word)
                .defaults("checker_log_all_failures")
                .shows(owner -> owner.probe().logAllFailures)
                .says("Log each failed probe, not only the change that follows.");
    }

    /**
     * virtualhost.
     *
     * @param complaint what keepalived says when no name follows
     */
    static <D extends VirtualHosted> Keyword<D> virtualHost(Function<D, String> complaint) {
        return Keyword.<D>words("virtualhost", "NAME", (owner, statement, binding) -> {
            if (statement.argument() == null) {
                binding.findings()
                        .error(statement.keyword().place(), "missing-value", complaint.apply(owner), "a host name");
            } else {
                owner.virtualHost(statement.argument().text());
            }
        })
                .defaults("of the block around, none")
                .example("virtualhost www.example.com")
                .shows(owner -> owner.virtualHost() == null ? null : Quoting.word(owner.virtualHost()))
                .says("Host that HTTP_GET and SSL_GET ask for.");
    }

    private static <D extends Prober> Keyword.Builder<D> seconds(String name, DecimalNumber type,
            Function<ProbeDraft, Long> getter, BiConsumer<ProbeDraft, Long> setter) {
        return Keyword
                .<D>seconds(name, type, (ObjLongConsumer<D>) (owner, nanos) -> setter.accept(owner.probe(), nanos),
                        (owner, word) -> complaint(owner.probe().level, name, word))
                .shows(owner -> getter.apply(owner.probe()));
    }

    private static String complaint(ProbeDraft.Level level, String name, String word) {
        String value = name.equals("connect_timeout") ? name + " " + word : name + " '" + word + "'";
        return switch (level) {
            case VIRTUAL_SERVER -> "virtual server "
                    + (name.equals("connect_timeout") ? value : value.replaceFirst(name, name.replace('_', ' ')))
                    + " invalid - ignoring";
            case REAL_SERVER -> "real server " + value + " invalid - ignoring";
            case CHECKER -> switch (name) {
                case "connect_timeout" -> value + " invalid - ignoring";
                case "delay_loop" -> value + " is invalid - ignoring";
                default -> "Invalid " + name + " connection value '" + word + "'";
            };
        };
    }

    private static <D extends Prober> void retry(D owner, Statement statement, Binding binding) {
        Word word = statement.argument();
        boolean checker = owner.probe().level == ProbeDraft.Level.CHECKER;
        OptionalLong value = (checker ? RETRIES : SERVER_RETRIES).read(word, binding);
        if (value.isPresent()) {
            owner.probe().retries = value.getAsLong();
        } else {
            binding.findings()
                    .error(word.place(), "value-ignored",
                            checker
                                    ? "Invalid retry connection value '" + word + "'"
                                    : "retry value invalid - " + word);
        }
    }

    private static <D extends Prober> void alpha(D owner, Statement statement, Binding binding) {
        if (owner.probe().level == ProbeDraft.Level.VIRTUAL_SERVER) {
            owner.probe().alpha = true;
            return;
        }
        YES_NO.read(statement.argument())
                .ifPresentOrElse(on -> owner.probe().alpha = on,
                        () -> binding.findings()
                                .error(statement.argument().place(), "bad-boolean",
                                        "Invalid alpha parameter " + statement.argument(), YES_NO.accepts()));
    }
}
