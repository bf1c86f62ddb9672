package org.jkeepalived.config.setting;

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

    private final SettingBuilder<T> facts;
    private final int ordinal;
    private final String documentation;

    Setting(SettingBuilder<T> facts, String documentation) {
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

    /** What anything but exactly one number, or exactly one word that is not empty, is answered with, or null. */
    public String alone() {
        return facts.alone;
    }

    /** What the keyword alone stands for, or null. */
    public T bare() {
        return facts.bare;
    }

    /** What holds after a number that is not accepted, or null when that is ignored. */
    public T instead() {
        return facts.instead;
    }

    /** How many characters of a word count. */
    public int longest() {
        return facts.longest;
    }

    /** What is said to a longer one. */
    public String shortened() {
        return facts.shortened;
    }

    /** From which value on a remark is made that it is very large, in nanoseconds. */
    public long largeFrom() {
        return facts.largeFrom;
    }

    /** What holds when nothing is written and nothing inherited, or null. */
    public T defaultValue() {
        return facts.defaultValue;
    }

    /** What holds then where it follows from the block's other values, or null. */
    public Function<Values, T> workedOut() {
        return facts.workedOut;
    }

    /** A lower number is raised to this one; {@link Long#MIN_VALUE} where none is. */
    public long least() {
        return facts.least;
    }

    /** What is said then. */
    public String raised() {
        return facts.raised;
    }

    /** The word whose refusal is explained, or null. */
    public String explainedWord() {
        return facts.explainedWord;
    }

    /** Why that word is refused. */
    public String explanation() {
        return facts.explanation;
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
}
