package org.jkeepalived.config.keywords;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** Forms that many keywords of global_defs share. */
final class GlobalForms {
    private GlobalForms() {}

    /** A yes or no, off by default. */
    static Keyword.Builder<GlobalDraft> yesNo(String name, BiConsumer<GlobalDraft, Boolean> setter,
            Function<GlobalDraft, Boolean> getter) {
        return yesNo(name, name, setter, getter);
    }

    /**
     * As {@link #yesNo(String, BiConsumer, Function)}.
     *
     * @param spoken what keepalived's message calls it
     */
    static Keyword.Builder<GlobalDraft> yesNo(String name, String spoken, BiConsumer<GlobalDraft, Boolean> setter,
            Function<GlobalDraft, Boolean> getter) {
        return Keyword
                .<GlobalDraft>yesNo(name, setter,
                        (_, word) -> "Invalid value '" + word + "' for global " + spoken + " specified")
                .defaults("false")
                .shows(getter)
                .example(name + " true");
    }

    /** A flag, off by default. */
    static Keyword.Builder<GlobalDraft> flag(String name, Consumer<GlobalDraft> setter,
            Function<GlobalDraft, Boolean> getter) {
        return Keyword.<GlobalDraft>flag(name, setter).defaults("off").shows(getter);
    }

    /** Exactly one word that is not empty. */
    static Keyword.Builder<GlobalDraft> onlyWord(String name, String accepts, BiConsumer<GlobalDraft, String> setter,
            Function<GlobalDraft, String> getter) {
        return Keyword.<GlobalDraft>words(name, accepts, (global, statement, binding) -> {
            if (statement.arguments().size() == 1 && !statement.argument().text().isEmpty()) {
                setter.accept(global, statement.argument().text());
            } else {
                binding.findings()
                        .error(statement.words().getLast().place(), "word-count", name + " invalid",
                                "exactly one " + accepts);
            }
        }).shows(shown(getter));
    }

    static void missing(Statement statement, String message, String expected, Binding binding) {
        binding.findings().error(statement.keyword().place(), "missing-value", message, expected);
    }

    /** The word so that it reads back. */
    static Function<GlobalDraft, String> shown(Function<GlobalDraft, String> getter) {
        return global -> {
            String text = getter.apply(global);
            return text == null ? null : Quoting.word(text);
        };
    }
}
