package org.jkeepalived.config.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Collects the declaration of a setting; {@link Section} begins one.
 *
 * @param <T> the value's type
 */
public final class SettingBuilder<T> {
    final Section section;
    final String name;
    final Setting.Kind kind;
    long min;
    long max;
    boolean strict;
    int decimals;
    String accepts;
    boolean required;
    String complaint;
    String missing;
    String missingExpects;
    String again;
    String surplus;
    T bare;
    T instead;
    int longest = Integer.MAX_VALUE;
    String shortened;
    String alone;
    long largeFrom = Long.MAX_VALUE;
    T defaultValue;
    Function<Values, T> workedOut;
    long least = Long.MIN_VALUE;
    String raised;
    String explainedWord;
    String explanation;
    String defaultText;
    Setting<T> inherits;
    boolean inheritanceShown;
    Function<T, String> writer;
    ReloadEffect reload = ReloadEffect.APPLIED;
    String idle = "";
    String example;
    List<String> aliases = List.of();
    final List<Deprecation> deprecated = new ArrayList<>(0);

    SettingBuilder(Section section, String name, Setting.Kind kind) {
        this.section = section;
        this.name = name;
        this.kind = kind;
        this.example = name;
    }

    SettingBuilder<T> range(long least, long highest) {
        min = least;
        max = highest;
        required = true;
        return this;
    }

    SettingBuilder<T> decimals(int digits) {
        decimals = digits;
        return this;
    }

    /** Junk after the number is an error for a running daemon too. */
    public SettingBuilder<T> strict() {
        strict = true;
        return this;
    }

    /** What is accepted, where the kind and the range do not say it. */
    public SettingBuilder<T> accepting(String syntax) {
        accepts = syntax;
        return this;
    }

    /** keepalived stops reading when nothing follows. */
    public SettingBuilder<T> required() {
        required = true;
        return this;
    }

    /** What keepalived says to a value that it does not accept; for a number after the message about the number itself. */
    public SettingBuilder<T> complains(String message) {
        complaint = message;
        return this;
    }

    /** What keepalived says when nothing follows; it goes on reading. */
    public SettingBuilder<T> missing(String message) {
        required = false;
        missing = message;
        return this;
    }

    /** As {@link #missing(String)}, saying what would have been right where that is not what is accepted. */
    public SettingBuilder<T> missing(String message, String expects) {
        missingExpects = expects;
        return missing(message);
    }

    /** What keepalived says when a value was set before; that one stays. */
    public SettingBuilder<T> again(String message) {
        again = message;
        return this;
    }

    /** What keepalived says to more than one word. */
    public SettingBuilder<T> surplus(String message) {
        surplus = message;
        return this;
    }

    /** What the people who write this word there are told beside what keepalived says to it. */
    public SettingBuilder<T> explains(String word, String why) {
        explainedWord = word;
        explanation = why;
        return this;
    }

    /** What keepalived says to a lower number, which it makes this one. */
    public SettingBuilder<T> raisesTo(long lowest, String message) {
        least = lowest;
        raised = message;
        return this;
    }

    /** What the keyword alone stands for. */
    public SettingBuilder<T> bare(T value) {
        required = false;
        bare = value;
        return this;
    }

    /** What keepalived takes instead of a number that it does not accept. */
    public SettingBuilder<T> instead(T value) {
        instead = value;
        return this;
    }

    /** What keepalived says to a word of more characters, of which it takes these. */
    public SettingBuilder<T> shortens(int characters, String message) {
        longest = characters;
        shortened = message;
        return this;
    }

    /** What keepalived says to anything but exactly one number, or exactly one word that is not empty. */
    public SettingBuilder<T> alone(String message) {
        required = false;
        alone = message;
        return this;
    }

    /** From this value on keepalived remarks that it is very large. */
    public SettingBuilder<T> largeFrom(long nanos) {
        largeFrom = nanos;
        return this;
    }

    /** The value when none is written. */
    public SettingBuilder<T> defaults(T value) {
        defaultValue = value;
        return this;
    }

    /** The value when none is written, where it follows from the block's other values; {@link #otherwise} says it in words. */
    public SettingBuilder<T> workedOut(Function<Values, T> value) {
        workedOut = value;
        return this;
    }

    /** What holds when nothing is written, in words: it depends on something else, or there is no such value. */
    public SettingBuilder<T> otherwise(String words) {
        defaultText = words;
        return this;
    }

    /** The setting whose value holds where none is written; its default is the default here, too. */
    public SettingBuilder<T> inherits(Setting<T> other) {
        inheritanceShown = true;
        return fallsBackTo(other);
    }

    /** As {@link #inherits}, of the same block: where the value is shown, the other's name stands for it. */
    public SettingBuilder<T> fallsBackTo(Setting<T> other) {
        inherits = other;
        workedOut = other.workedOut();
        defaultValue = defaultValue == null ? other.defaultValue() : defaultValue;
        return this;
    }

    /** How a value of its own type is written. */
    public SettingBuilder<T> written(Function<T, String> words) {
        writer = words;
        return this;
    }

    /** What a reload does; applied at once unless said here. */
    public SettingBuilder<T> onReload(ReloadEffect effect) {
        reload = effect;
        return this;
    }

    /** It is read and checked, and advice says, once per block, why nothing comes of it. */
    public SettingBuilder<T> withoutEffect(String why) {
        idle = why;
        return this;
    }

    /** It is read and checked, and advice says, once per block, that this version does not act on it. */
    public SettingBuilder<T> notYet() {
        return withoutEffect("not acted on by this version");
    }

    /** One statement; the bare name unless said here. */
    public SettingBuilder<T> example(String statement) {
        example = statement;
        return this;
    }

    /** Other spellings that keepalived takes in silence. */
    public SettingBuilder<T> aliases(String... names) {
        aliases = List.of(names);
        return this;
    }

    /** An older spelling, about which keepalived logs the message (or says nothing, with null) without counting it. */
    public SettingBuilder<T> deprecated(String old, String message) {
        deprecated.add(new Deprecation(old, message, false));
        return this;
    }

    /** An older spelling, about which keepalived reports the message as an error. */
    public SettingBuilder<T> deprecatedWithError(String old, String message) {
        deprecated.add(new Deprecation(old, message, true));
        return this;
    }

    /** Ends the declaration with its line of documentation. */
    public Setting<T> says(String text) {
        return new Setting<>(this, text);
    }
}
