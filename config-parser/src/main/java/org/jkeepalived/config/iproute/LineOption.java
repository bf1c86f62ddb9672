package org.jkeepalived.config.iproute;

import java.util.List;

/**
 * An option inside a line, declared as a keyword is: the reader, the messages about unknown words, the advice that nothing comes of it and the manual have
 * it from here.
 *
 * @param names its spellings, the usual one first
 * @param value what follows it, or the empty text
 * @param meaning one line
 * @param lists where it may stand
 * @param idle why nothing comes of it in this version, or the empty text when the daemon acts on it
 */
public record LineOption(List<String> names, String value, String meaning, Lists lists, String idle) {
    /** The lists that know an option. */
    public enum Lists {
        ALL,
        /** Those of an instance. */
        INSTANCE,
        /** Those outside any instance. */
        STATIC
    }

    /** What declares an option: a constant of the line's own enum, over which its reader switches. */
    interface Declared {
        LineOption option();
    }

    /** An option of every list on which the daemon acts. */
    static LineOption of(String value, String meaning, String... names) {
        return new LineOption(List.of(names), value, meaning, Lists.ALL, "");
    }

    /** The same for some lists. */
    LineOption only(Lists some) {
        return new LineOption(names, value, meaning, some, idle);
    }

    /** The same, read and checked; advice says that this version does not act on it. */
    LineOption notYet() {
        return new LineOption(names, value, meaning, lists, "not acted on by this version");
    }

    /** Whether it may stand in a line of that kind. */
    boolean standsIn(boolean staticList) {
        return lists == Lists.ALL || (lists == Lists.STATIC) == staticList;
    }

    /** Its meaning, where it may stand and whether anything comes of it, for the manual. */
    public String documentation() {
        String where = switch (lists) {
            case ALL -> "";
            case INSTANCE -> " In an instance only.";
            case STATIC -> " In static lists only.";
        };
        return meaning + where + (idle.isEmpty() ? "" : " Without effect: " + idle + ".");
    }
}
