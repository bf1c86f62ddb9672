package org.jkeepalived.config.keyword;

import org.jkeepalived.config.tree.Grammar;
import org.jkeepalived.config.tree.Statement;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * The one declaration of a keyword: the tree's grammar, the value check, the setting, the suggestions and the reference all come from it.
 *
 * @param <D>
 *            the draft that its block fills
 * @param name
 *            as written
 * @param aliases
 *            older or other spellings
 * @param type
 *            kind and range of the value
 * @param argumentRequired
 *            keepalived stops reading when nothing follows
 * @param defaultText
 *            the value when it is not given, in words
 * @param reload
 *            what a reload does with a changed value
 * @param documentation
 *            one line
 * @param example
 *            one statement, for a block with its braces
 * @param children
 *            keywords of a block, else empty
 * @param binder
 *            puts the value into the draft
 */
public record Keyword<D>(String name, List<String> aliases, ValueType type, boolean argumentRequired,
        String defaultText, ReloadEffect reload,
        String documentation, String example, List<Keyword<D>> children, Binder<D> binder) {

    /** Puts a statement's value into a draft. */
    public interface Binder<D> {
        /** Reads the statement and reports what is wrong with it. */
        void bind(D draft, Statement statement, Binding binding);
    }

    /** This keyword's node in the grammar, once for the name and each alias. */
    public void declareIn(Grammar block) {
        Grammar.Kind kind = type.kind();
        declare(block, name, kind);
        for (String alias : aliases) {
            declare(block, alias, kind);
        }
    }

    private void declare(Grammar block, String as, Grammar.Kind kind) {
        Grammar node = block.add(new Grammar(as, kind, argumentRequired, true));
        for (Keyword<D> child : children) {
            child.declareIn(node);
        }
    }

    /** Whether the word names it. */
    public boolean named(String word) {
        return name.equals(word) || aliases.contains(word);
    }

    /** A keyword without value. */
    public static <D> Builder<D> flag(String name, Consumer<D> setter) {
        return new Builder<>(name, new ValueType.Flag(), (draft, _, _) -> setter.accept(draft));
    }

    /** A keyword whose words the binder reads itself. */
    public static <D> Builder<D> words(String name, String syntax, Binder<D> binder) {
        return new Builder<>(name, new ValueType.Words(syntax), binder);
    }

    /** A block of free entries. */
    public static <D> Builder<D> list(String name, String entry, Binder<D> binder) {
        return new Builder<>(name, new ValueType.Entries(entry, true), binder);
    }

    /** A block of keywords that fill the same draft. */
    public static <D> Builder<D> block(String name, List<Keyword<D>> children) {
        Builder<D> builder = new Builder<>(name, new ValueType.Entries("keywords", false),
                (draft, statement, binding) -> {
                    for (Statement child : statement.children()) {
                        bind(children, draft, child, binding);
                    }
                });
        builder.children = children;
        return builder;
    }

    /** The statement's own keyword among these puts it into the draft; statements of names that are not supported are passed over. */
    public static <D> void bind(List<Keyword<D>> keywords, D draft, Statement statement, Binding binding) {
        for (Keyword<D> keyword : keywords) {
            if (keyword.named(statement.keyword().text())) {
                keyword.binder.bind(draft, statement, binding);
                return;
            }
        }
    }

    /**
     * A yes or no.
     *
     * @param complaint
     *            keepalived's message about another word
     */
    public static <D> Builder<D> yesNo(String name, BiConsumer<D, Boolean> setter,
            BiFunction<D, String, String> complaint) {
        YesNo type = new YesNo();
        return new Builder<>(name, type, (draft, statement, binding) -> type.read(statement.argument()).ifPresentOrElse(
                value -> setter.accept(draft, value),
                () -> binding.findings().error(statement.argument().place(), "bad-boolean",
                        complaint.apply(draft, statement.argument().text()), type.accepts())));
    }

    /**
     * A whole number, mandatory.
     *
     * @param complaint
     *            keepalived's second message about a bad number, after the one about the number itself
     */
    public static <D> Builder<D> whole(String name, WholeNumber type, ObjLongConsumer<D> setter,
            BiFunction<D, String, String> complaint) {
        Builder<D> builder = new Builder<>(name, type, (draft, statement, binding) -> accept(draft, statement,
                type.read(statement.argument(), binding), binding, setter, complaint));
        builder.argumentRequired = true;
        return builder;
    }

    /** Seconds, mandatory, given to the setter in nanoseconds. */
    public static <D> Builder<D> seconds(String name, DecimalNumber type, ObjLongConsumer<D> setter,
            BiFunction<D, String, String> complaint) {
        Builder<D> builder = new Builder<>(name, type, (draft, statement, binding) -> accept(draft, statement,
                type.read(statement.argument(), binding), binding, setter, complaint));
        builder.argumentRequired = true;
        return builder;
    }

    private static <D> void accept(D draft, Statement statement, OptionalLong value, Binding binding,
            ObjLongConsumer<D> setter,
            BiFunction<D, String, String> complaint) {
        if (value.isPresent()) {
            setter.accept(draft, value.getAsLong());
        } else {
            binding.findings().error(statement.argument().place(), "value-ignored",
                    complaint.apply(draft, statement.argument().text()));
        }
    }

    /** Collects the rest of a declaration. */
    public static final class Builder<D> {
        private final String name;
        private final ValueType type;
        private final Binder<D> binder;
        private List<String> aliases = List.of();
        private List<Keyword<D>> children = List.of();
        private boolean argumentRequired;
        private String defaultText = "";
        private ReloadEffect reload = ReloadEffect.APPLIED;
        private String example;
        private String idle = "";

        private Builder(String name, ValueType type, Binder<D> binder) {
            this.name = name;
            this.type = type;
            this.binder = binder;
            this.example = name;
        }

        /** Other spellings. */
        public Builder<D> aliases(String... names) {
            aliases = List.of(names);
            return this;
        }

        /** keepalived stops reading when nothing follows. */
        public Builder<D> required() {
            argumentRequired = true;
            return this;
        }

        /** The value when it is not given. */
        public Builder<D> defaults(String text) {
            defaultText = text;
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

        /** It is read and checked, and a notice says why nothing comes of it. */
        public Builder<D> withoutEffect(String why) {
            idle = why;
            return this;
        }

        /** Ends the declaration with its line of documentation. */
        public Keyword<D> says(String documentation) {
            if (idle.isEmpty()) {
                return new Keyword<>(name, aliases, type, argumentRequired, defaultText, reload, documentation,
                        example, children, binder);
            }
            Binder<D> noticed = (draft, statement, binding) -> {
                binder.bind(draft, statement, binding);
                binding.findings().notice(statement.keyword().place(), "no-effect",
                        statement.keyword() + ": read, but without effect - " + idle);
            };
            return new Keyword<>(name, aliases, type, argumentRequired, defaultText, reload,
                    documentation + " Without effect: " + idle + ".", example, children, noticed);
        }
    }
}
