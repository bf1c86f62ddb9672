package org.jkeepalived.config.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The one declaration of a setting that a keyword gives: its name, what it may be, what it is when nothing is written, where it is inherited from, what
 * a reload does, and its words for the manual and for messages. It is also the key of its value in {@link Values}.
 *
 * <p>Messages have the marks {@code {block}}, {@code {name}}, {@code {word}} and {@code {value}} for the block's name, the keyword, the word that was written
 * and the value that holds already.
 *
 * @param <T> the value's type: Boolean, Integer, Long (seconds are held in nanoseconds), String, or one of its own
 */
public final class Setting<T> {
    /** How the value is written. */
    public enum Kind {
        /** Nothing is written after the keyword. */
        FLAG,
        YES_NO,
        /** A whole number, an Integer. */
        WHOLE,
        /** A whole number, a Long. */
        WIDE,
        /** Seconds with a fraction, a Long in nanoseconds. */
        SECONDS,
        /** One word. */
        WORD,
        /** The keyword's declaration reads it. */
        OWN
    }

    private final Builder<T> facts;
    private final int ordinal;
    private final String documentation;

    private Setting(Builder<T> facts, String documentation) {
        this.facts = facts;
        this.documentation = documentation;
        this.ordinal = facts.section.add(this);
    }

    /** Where it was declared. */
    Section section() {
        return facts.section;
    }

    int ordinal() {
        return ordinal;
    }

    /** The keyword. */
    public String name() {
        return facts.name;
    }

    /** How it is written. */
    public Kind kind() {
        return facts.kind;
    }

    /** Least value of a number; nanoseconds for seconds. */
    public long min() {
        return facts.min;
    }

    /** Highest value of a number; nanoseconds for seconds. */
    public long max() {
        return facts.max;
    }

    /** Junk after a number is an error for a running daemon too. */
    public boolean strict() {
        return facts.strict;
    }

    /** Digits that count after the point. */
    public int decimals() {
        return facts.decimals;
    }

    /** What is accepted in words, or null when the kind and the range say it. */
    public String accepts() {
        return facts.accepts;
    }

    /** keepalived stops reading when nothing follows. */
    public boolean required() {
        return facts.required;
    }

    /** What a value that is not accepted is answered with, or null. */
    public String complaint() {
        return facts.complaint;
    }

    /** What a keyword without value is answered with, or null. */
    public String missing() {
        return facts.missing;
    }

    /** What would have been right there, or null for what is accepted. */
    public String missingExpects() {
        return facts.missingExpects;
    }

    /** What a second value is answered with, or null when the last one counts. */
    public String again() {
        return facts.again;
    }

    /** What more than one word is answered with, or null when it is overlooked. */
    public String surplus() {
        return facts.surplus;
    }

    /** From which value on a remark is made that it is very large, in nanoseconds. */
    public long largeFrom() {
        return facts.largeFrom;
    }

    /** What holds when nothing is written and nothing inherited, or null. */
    public T defaultValue() {
        return facts.defaultValue;
    }

    /** The default in words where the value does not say it, or null. */
    public String defaultText() {
        return facts.defaultText;
    }

    /** Whose value holds when none is written, or null. */
    public Setting<T> inherits() {
        return facts.inherits;
    }

    /** Whether a value that comes from {@link #inherits} is shown as inherited. */
    public boolean inheritanceShown() {
        return facts.inheritanceShown;
    }

    /** How a value of its own type is written, or null. */
    public Function<T, String> writer() {
        return facts.writer;
    }

    /** What a reload does with a changed value. */
    public ReloadEffect reload() {
        return facts.reload;
    }

    /** Why nothing comes of it in this version, or the empty text. */
    public String idle() {
        return facts.idle;
    }

    /** One statement. */
    public String example() {
        return facts.example;
    }

    /** One line. */
    public String documentation() {
        return documentation;
    }

    /** Other spellings that keepalived takes in silence. */
    public List<String> aliases() {
        return facts.aliases;
    }

    /** Older spellings. */
    public List<Deprecation> deprecated() {
        return facts.deprecated;
    }

    @Override
    public String toString() {
        return facts.name;
    }

    /** Collects a declaration. */
    public static final class Builder<T> {
        private final Section section;
        private final String name;
        private final Kind kind;
        private long min;
        private long max;
        private boolean strict;
        private int decimals;
        private String accepts;
        private boolean required;
        private String complaint;
        private String missing;
        private String missingExpects;
        private String again;
        private String surplus;
        private long largeFrom = Long.MAX_VALUE;
        private T defaultValue;
        private String defaultText;
        private Setting<T> inherits;
        private boolean inheritanceShown;
        private Function<T, String> writer;
        private ReloadEffect reload = ReloadEffect.APPLIED;
        private String idle = "";
        private String example;
        private List<String> aliases = List.of();
        private final List<Deprecation> deprecated = new ArrayList<>(0);

        Builder(Section section, String name, Kind kind) {
            this.section = section;
            this.name = name;
            this.kind = kind;
            this.example = name;
        }

        Builder<T> range(long least, long highest) {
            min = least;
            max = highest;
            required = true;
            return this;
        }

        Builder<T> decimals(int digits) {
            decimals = digits;
            return this;
        }

        /** Junk after the number is an error for a running daemon too. */
        public Builder<T> strict() {
            strict = true;
            return this;
        }

        /** What is accepted, where the kind and the range do not say it. */
        public Builder<T> accepting(String syntax) {
            accepts = syntax;
            return this;
        }

        /** keepalived stops reading when nothing follows. */
        public Builder<T> required() {
            required = true;
            return this;
        }

        /** What keepalived says to a value that it does not accept; for a number after the message about the number itself. */
        public Builder<T> complains(String message) {
            complaint = message;
            return this;
        }

        /** What keepalived says when nothing follows; it goes on reading. */
        public Builder<T> missing(String message) {
            required = false;
            missing = message;
            return this;
        }

        /** As {@link #missing(String)}, saying what would have been right where that is not what is accepted. */
        public Builder<T> missing(String message, String expects) {
            missingExpects = expects;
            return missing(message);
        }

        /** What keepalived says when a value was set before; that one stays. */
        public Builder<T> again(String message) {
            again = message;
            return this;
        }

        /** What keepalived says to more than one word. */
        public Builder<T> surplus(String message) {
            surplus = message;
            return this;
        }

        /** From this value on keepalived remarks that it is very large. */
        public Builder<T> largeFrom(long nanos) {
            largeFrom = nanos;
            return this;
        }

        /** The value when none is written. */
        public Builder<T> defaults(T value) {
            defaultValue = value;
            return this;
        }

        /** What holds when nothing is written, in words: it depends on something else, or there is no such value. */
        public Builder<T> otherwise(String words) {
            defaultText = words;
            return this;
        }

        /** The setting whose value holds where none is written; its default is the default here, too. */
        public Builder<T> inherits(Setting<T> other) {
            inheritanceShown = true;
            return fallsBackTo(other);
        }

        /** As {@link #inherits}, of the same block: where the value is shown, the other's name stands for it. */
        public Builder<T> fallsBackTo(Setting<T> other) {
            inherits = other;
            defaultValue = defaultValue == null ? other.defaultValue() : defaultValue;
            return this;
        }

        /** How a value of its own type is written. */
        public Builder<T> written(Function<T, String> words) {
            writer = words;
            return this;
        }

        /** What a reload does; applied at once unless said here. */
        public Builder<T> onReload(ReloadEffect effect) {
            reload = effect;
            return this;
        }

        /** It is read and checked, and advice says, once per block, why nothing comes of it. */
        public Builder<T> withoutEffect(String why) {
            idle = why;
            return this;
        }

        /** It is read and checked, and advice says, once per block, that this version does not act on it. */
        public Builder<T> notYet() {
            return withoutEffect("not acted on by this version");
        }

        /** One statement; the bare name unless said here. */
        public Builder<T> example(String statement) {
            example = statement;
            return this;
        }

        /** Other spellings that keepalived takes in silence. */
        public Builder<T> aliases(String... names) {
            aliases = List.of(names);
            return this;
        }

        /** An older spelling, about which keepalived logs the message (or says nothing, with null) without counting it. */
        public Builder<T> deprecated(String old, String message) {
            deprecated.add(new Deprecation(old, message, false));
            return this;
        }

        /** Ends the declaration with its line of documentation. */
        public Setting<T> says(String text) {
            return new Setting<>(this, text);
        }
    }
}
