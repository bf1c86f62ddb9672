package org.jkeepalived.config.setting;

import java.util.Arrays;

/**
 * The values of one block's settings. While a configuration is read they are written by keywords and repaired by rules; {@link #frozen} ones never change
 * and are what the daemon sees. A value that was not written is inherited or is the default. Not thread-safe before it is frozen.
 */
public final class Values {
    private static final Values[] NONE = {};

    private final Section section;
    private final String owner;
    private final Values[] parents;
    private final Object[] own;
    private final boolean frozen;

    /**
     * Nothing written.
     *
     * @param owner the block's name for messages, or the empty text
     * @param parents where settings of other sections are inherited from
     */
    public Values(Section section, String owner, Values... parents) {
        this(section, owner, parents, new Object[section.size()], false);
    }

    private Values(Section section, String owner, Values[] parents, Object[] own, boolean frozen) {
        this.section = section;
        this.owner = owner;
        this.parents = parents;
        this.own = own;
        this.frozen = frozen;
    }

    /** The block's name for messages, or the empty text. */
    public String owner() {
        return owner;
    }

    /** What was written here, or null. */
    @SuppressWarnings("unchecked")
    public <T> T own(Setting<T> setting) {
        return (T) own[setting.ordinal()];
    }

    /** What holds: what was written here, else what is inherited, else the default. */
    public <T> T get(Setting<T> setting) {
        for (Setting<T> at = setting; at != null; at = at.inherits()) {
            Values where = of(at.section());
            T value = where == null ? null : where.own(at);
            if (value == null && where != null && at.workedOut() != null && at.inherits() == null) {
                value = at.workedOut().apply(where);
            }
            if (value != null) {
                return value;
            }
        }
        return setting.defaultValue();
    }

    private Values of(Section wanted) {
        if (wanted == section) {
            return this;
        }
        for (Values parent : parents) {
            if (parent.section == wanted) {
                return parent;
            }
        }
        return null;
    }

    /** Writes a value; null takes it back. */
    public <T> void put(Setting<T> setting, T value) {
        if (frozen || setting.section() != section) {
            throw new IllegalStateException(setting.name());
        }
        own[setting.ordinal()] = value;
    }

    /** The same values, to be changed without these. */
    public Values copy() {
        return new Values(section, owner, parents, own.clone(), false);
    }

    /** What holds now, for good. */
    public Values frozen() {
        Object[] values = new Object[own.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(section.all().get(i));
        }
        return new Values(section, owner, NONE, values, true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && section == values.section && Arrays.equals(own, values.own);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(own);
    }

    /** What was written, or for frozen ones everything: {@code {advert_int=2000000000, nopreempt=true}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Setting<?> setting : section.all()) {
            if (own[setting.ordinal()] != null) {
                text.append(text.length() == 1 ? "" : ", ")
                        .append(setting.name())
                        .append('=')
                        .append(own[setting.ordinal()]);
            }
        }
        return text.append('}').toString();
    }
}
