package org.jkeepalived.config.setting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The settings that a class declares, in the order of their declaration. It is a constant of that class and is filled while the class is initialised;
 * from then on it does not change, and any thread may read it.
 */
public final class Section {
    private final List<Setting<?>> all = new ArrayList<>();

    private Section() {}

    /** Without settings as yet: the class that declares them fills it. */
    public static Section empty() {
        return new Section();
    }

    /** Every setting, in order. */
    public List<Setting<?>> all() {
        return Collections.unmodifiableList(all);
    }

    int size() {
        return all.size();
    }

    /** @return the setting's place in the section */
    int add(Setting<?> setting) {
        all.add(setting);
        return all.size() - 1;
    }

    /** A keyword without value: off unless it is written. */
    public SettingBuilder<Boolean> flag(String name) {
        return new SettingBuilder<Boolean>(this, name, Setting.Kind.FLAG).defaults(false);
    }

    /** A yes or no; nothing means yes. */
    public SettingBuilder<Boolean> yesNo(String name) {
        return new SettingBuilder<Boolean>(this, name, Setting.Kind.YES_NO).example(name + " true");
    }

    /** A whole number; junk behind it is an error in a test only. */
    public SettingBuilder<Integer> whole(String name, int min, int max) {
        return new SettingBuilder<Integer>(this, name, Setting.Kind.WHOLE).range(min, max);
    }

    /** A whole number of more than 31 bits; junk behind it is an error in a test only. */
    public SettingBuilder<Long> wide(String name, long min, long max) {
        return new SettingBuilder<Long>(this, name, Setting.Kind.WIDE).range(min, max);
    }

    /**
     * Seconds with a fraction, held in nanoseconds.
     *
     * @param decimals digits that count after the point
     */
    public SettingBuilder<Long> seconds(String name, int decimals, long minNanos, long maxNanos) {
        return new SettingBuilder<Long>(this, name, Setting.Kind.SECONDS).range(minNanos, maxNanos).decimals(decimals);
    }

    /**
     * A word; where keepalived does not ask for it, none is the empty text.
     *
     * @param accepts what it stands for, such as {@code NAME}
     */
    public SettingBuilder<String> word(String name, String accepts) {
        return new SettingBuilder<String>(this, name, Setting.Kind.WORD).accepting(accepts);
    }

    /**
     * A value of a syntax of its own, which the keyword's declaration reads.
     *
     * @param accepts the syntax
     */
    public <T> SettingBuilder<T> own(String name, String accepts) {
        return new SettingBuilder<T>(this, name, Setting.Kind.OWN).accepting(accepts);
    }
}
