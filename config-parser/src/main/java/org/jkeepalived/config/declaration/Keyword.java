package org.jkeepalived.config.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.Deprecation;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.syntax.Grammar;
import org.jkeepalived.config.syntax.Statement;

/**
 * The one declaration of a keyword: the tree's grammar, the value check, the setting, the effective configuration, the reload plan, the suggestions and
 * the references all come from it.
 *
 * @param <D> the draft that its block fills
 * @param name as written
 * @param aliases other spellings that keepalived takes in silence
 * @param deprecated older spellings
 * @param type kind and range of the value
 * @param argumentRequired keepalived stops reading when nothing follows
 * @param unwritten tells the value when it is not given, as it would be written or in words; it is worked out only where it is shown
 * @param reload what a reload does with a changed value
 * @param part for a keyword outside any block: the process of keepalived that reads it
 * @param uniquelyNamed a block that is skipped unless it has exactly one name that no earlier one has
 * @param passedOver tells by its words whether nothing inside a block is looked at, or null
 * @param acted why nothing comes of it in this version, or the empty text when the daemon acts on it
 * @param documentation one line
 * @param example one statement, for a block with its braces
 * @param body what stands in its block
 * @param binder puts the value into the draft
 * @param shown what the draft holds for it, see {@link #arguments}
 * @param inherited the keyword of global_defs whose value holds for a draft that has none of its own, or null
 * @param otherwise what holds for a draft where nothing is written, when that is not what is shown then; or null
 * @param secret its value is not for other eyes
 */
public record Keyword<D>(
        String name,
        List<String> aliases,
        List<Deprecation> deprecated,
        ValueType type,
        boolean argumentRequired,
        Supplier<String> unwritten,
        ReloadEffect reload,
        Part part,
        boolean uniquelyNamed,
        Predicate<List<Word>> passedOver,
        String acted,
        String documentation,
        String example,
        Body<D> body,
        Binder<D> binder,
        Function<D, ?> shown,
        Function<D, String> inherited,
        Function<D, ?> otherwise,
        boolean secret) {

    /** Puts a statement's value into a draft. */
    public interface Binder<D> {
        /** Reads the statement and reports what is wrong with it. */
        void bind(D draft, Statement statement, Binding binding);
    }

    /** The name and every other spelling. */
    public List<String> names() {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(aliases);
        deprecated.forEach(old -> all.add(old.name()));
        return all;
    }

    /**
     * What the draft holds for it, as text that reads back: for a line one element per statement, each the words after the keyword (empty for a flag);
     * for a list its entries; nothing for a block of keywords and for what was never set and has no value.
     */
    public List<String> arguments(D draft) {
        return shown == null ? List.of() : type.written(shown.apply(draft));
    }

    /** What holds for this draft where nothing is written and nothing is inherited, as {@link #arguments} has it; empty when only words can say. */
    public List<String> otherwise(D draft) {
        return otherwise == null ? List.of() : type.written(otherwise.apply(draft));
    }

    /** The value when it is not given: as it would be written, or in words. */
    public String defaultText() {
        return unwritten.get();
    }

    /** The keyword of global_defs whose value holds for this draft where it has none of its own; null when there is none. */
    public String inheritedFrom(D draft) {
        return inherited == null ? null : inherited.apply(draft);
    }

    /** This keyword's node in the grammar, once for each of its spellings. */
    public void declareIn(Grammar block) {
        for (String spelling : names()) {
            Grammar node = new Grammar(spelling, type.kind(), argumentRequired).in(part);
            if (uniquelyNamed) {
                node.uniquelyNamed();
            }
            node.passedOverWhen(passedOver);
            block.add(body instanceof Body.Free || body instanceof Body.OwnEntries
                    ? node
                    : node.filledBy(it -> body.keywords().declareIn(it)));
        }
    }

    void bind(D draft, Statement statement, Binding binding, Set<String> noticed) {
        Findings findings = binding.findings();
        String spelling = statement.keyword().text();
        for (Deprecation old : deprecated) {
            if (old.name().equals(spelling)) {
                findings.deprecated(statement.keyword().place(), old.message(), old.counted(), name);
            }
        }
        int errors = findings.errors();
        List<String> before = binding.origins().recordsValues() ? arguments(draft) : null;
        binder.bind(draft, statement, binding);
        boolean accepted = findings.errors() == errors;
        if (accepted || before != null && !before.equals(arguments(draft))) {
            binding.origins().note(draft, name, statement);
        }
        if (accepted) {
            if (!acted.isEmpty() && noticed.add(name)) {
                findings.notActedOn(statement.keyword().place(), spelling + ": " + acted);
            }
        }
    }

    /** A keyword without value. */
    public static <D> Builder<D> flag(String name, Consumer<D> setter) {
        return new Builder<>(name, new ValueType.Flag(), (draft, _, _) -> setter.accept(draft));
    }

    /** A keyword whose words the binder reads itself. */
    public static <D> Builder<D> words(String name, String syntax, Binder<D> binder) {
        return new Builder<>(name, new ValueType.Words(syntax), binder);
    }

    /** A keyword whose words the binder reads itself; what it holds is written as that type's values are. */
    public static <D> Builder<D> typed(String name, ValueType type, Binder<D> binder) {
        return new Builder<>(name, type, binder);
    }

    /** A block of free entries, without a name of its own. */
    public static <D> Builder<D> list(String name, String entry, Binder<D> binder) {
        return new Builder<>(name, new ValueType.Entries(entry, true), (draft, statement, binding) -> {
            if (statement.argument() != null) {
                binding.findings()
                        .error(statement.argument().place(), "extra-words", "Block " + statement.keyword()
                                + " has extra parameters " + statement.argument() + " ...",
                                "'{' after " + statement.keyword());
            }
            binder.bind(draft, statement, binding);
        });
    }

    /** A block of keywords that fill the draft of the block around. */
    public static <D> Builder<D> block(String name, List<Keyword<D>> children) {
        Keywords<D> inside = Keywords.of(children);
        Builder<D> builder = new Builder<>(name, new ValueType.Entries("keywords", false), inside::bindAll);
        builder.body = new Body.Same<>(inside);
        return builder;
    }

    /**
     * A block with a draft of its own.
     *
     * @param heading the words that follow the keyword, such as {@code NAME}, or the empty text
     * @param own what stands in it and where its drafts are
     */
    public static <D, C> Builder<D> nested(String name, String heading, Body.Own<D, C> own) {
        Builder<D> builder = new Builder<>(name, new ValueType.Entries(heading, false), own::read);
        builder.body = own;
        return builder;
    }

    /**
     * A named block of free entries.
     *
     * @param accepts its name and an entry
     * @param own how it is read and where its drafts are
     */
    public static <D, C> Builder<D> entries(String name, String accepts, Body.OwnEntries<D, C> own) {
        Builder<D> builder = new Builder<>(name, new ValueType.Entries(accepts, true), own::read);
        builder.body = own;
        return builder;
    }

    /**
     * A yes or no.
     *
     * @param complaint keepalived's message about another word
     */
    public static <D> Builder<D> yesNo(String name, BiConsumer<D, Boolean> setter,
            BiFunction<D, String, String> complaint) {
        YesNo type = new YesNo();
        return new Builder<>(name, type,
                (draft, statement, binding) -> type.read(statement.argument())
                        .ifPresentOrElse(value -> setter.accept(draft, value),
                                () -> binding.findings()
                                        .error(statement.argument().place(), "bad-boolean",
                                                complaint.apply(draft, statement.argument().text()), type.accepts())));
    }

    /**
     * A whole number, mandatory.
     *
     * @param complaint keepalived's second message about a bad number, after the one about the number itself
     */
    public static <D> Builder<D> whole(String name, WholeNumber type, ObjLongConsumer<D> setter,
            BiFunction<D, String, String> complaint) {
        return number(name, type, type::read, setter, complaint);
    }

    /** Seconds, mandatory, given to the setter in nanoseconds. */
    public static <D> Builder<D> seconds(String name, DecimalNumber type, ObjLongConsumer<D> setter,
            BiFunction<D, String, String> complaint) {
        return number(name, type, type::read, setter, complaint);
    }

    private static <D> Builder<D> number(String name, ValueType type, BiFunction<Word, Binding, OptionalLong> reader,
            ObjLongConsumer<D> setter, BiFunction<D, String, String> complaint) {
        return new Builder<D>(name, type, (draft, statement, binding) -> {
            Word word = statement.argument();
            reader.apply(word, binding)
                    .ifPresentOrElse(value -> setter.accept(draft, value), () -> binding.findings()
                            .error(word.place(), "value-ignored", complaint.apply(draft, word.text())));
        }).required();
    }

    /** Collects the rest of a declaration. */
    public static final class Builder<D> {
        private final String name;
        private final ValueType type;
        private final Binder<D> binder;
        private List<String> aliases = List.of();
        private final List<Deprecation> deprecated = new ArrayList<>();
        private Body<D> body = new Body.Free<>();
        private Function<D, ?> shown;
        private Function<D, String> inherited;
        private Function<D, ?> otherwise;
        private boolean secret;
        private Part part = Part.PARENT;
        private boolean uniquelyNamed;
        private Predicate<List<Word>> passedOver;
        private boolean argumentRequired;
        private Supplier<String> unwritten = () -> "";
        private ReloadEffect reload = ReloadEffect.APPLIED;
        private String example;
        private String idle = "";

        Builder(String name, ValueType type, Binder<D> binder) {
            this.name = name;
            this.type = type;
            this.binder = binder;
            this.example = name;
        }

        /** Other spellings that keepalived takes in silence. */
        public Builder<D> aliases(String... names) {
            aliases = List.of(names);
            return this;
        }

        Builder<D> spellings(List<String> others, List<Deprecation> older) {
            aliases = others;
            deprecated.addAll(older);
            return this;
        }

        /** An older spelling, about which keepalived logs the message (or says nothing, with null) without counting it. */
        public Builder<D> deprecated(String old, String message) {
            deprecated.add(new Deprecation(old, message, false));
            return this;
        }

        /** An older spelling, about which keepalived reports the message as an error. */
        public Builder<D> deprecatedWithError(String old, String message) {
            deprecated.add(new Deprecation(old, message, true));
            return this;
        }

        /**
         * What the draft holds: a Boolean, a Number, nanoseconds, a text (words after the keyword, ready to be read back) or a list of texts, as
         * {@link ValueType#written} takes it; null when nothing was set.
         */
        public Builder<D> shows(Function<D, ?> getter) {
            shown = getter;
            return this;
        }

        /** The keyword of global_defs that gives the value where the block sets none. */
        public Builder<D> inherits(String globalKeyword) {
            return inherits(_ -> globalKeyword);
        }

        /** As {@link #inherits(String)}; null for a draft that inherits nothing. */
        public Builder<D> inherits(Function<D, String> globalKeyword) {
            inherited = globalKeyword;
            return this;
        }

        /** The value that holds where nothing is written, worked out from the rest of the draft. */
        public Builder<D> otherwise(Function<D, ?> value) {
            otherwise = value;
            return this;
        }

        /** The value is a password or a key. */
        public Builder<D> secret() {
            secret = true;
            return this;
        }

        /** The process of keepalived that reads this top-level keyword; the parent unless said here. */
        public Builder<D> readBy(Part process) {
            part = process;
            return this;
        }

        /** A block that is skipped unless exactly one name follows, and one that no earlier block of its kind has. */
        public Builder<D> uniquelyNamed() {
            uniquelyNamed = true;
            return this;
        }

        /** A block inside which nothing is looked at when its words, the keyword first, are of this kind; its opener reports what is wrong with them. */
        public Builder<D> passedOverWhen(Predicate<List<Word>> words) {
            passedOver = words;
            return this;
        }

        /** keepalived stops reading when nothing follows. */
        public Builder<D> required() {
            argumentRequired = true;
            return this;
        }

        /** The value when it is not given. */
        public Builder<D> defaults(String text) {
            return defaults(() -> text);
        }

        Builder<D> defaults(Supplier<String> text) {
            unwritten = text;
            return this;
        }

        /** What a reload does; applied at once unless said here. */
        public Builder<D> onReload(ReloadEffect effect) {
            reload = effect;
            return this;
        }

        /** One statement; the bare name unless said here. */
        public Builder<D> example(String statement) {
            example = statement;
            return this;
        }

        /** It is read and checked, and advice says, once per block, why nothing comes of it. */
        public Builder<D> withoutEffect(String why) {
            idle = why;
            return this;
        }

        /** It is read and checked, and advice says, once per block, that this version does not act on it. */
        public Builder<D> notYet() {
            return withoutEffect("not acted on by this version");
        }

        /** Ends the declaration with its line of documentation. */
        public Keyword<D> says(String documentation) {
            return new Keyword<>(name, aliases, List.copyOf(deprecated), type, argumentRequired, unwritten, reload,
                    part, uniquelyNamed, passedOver, idle, documentation, example, body, binder, shown, inherited,
                    otherwise, secret);
        }
    }
}
