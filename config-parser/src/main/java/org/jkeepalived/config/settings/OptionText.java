package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/** Puts a line of options together. */
final class OptionText {
    private final StringBuilder line = new StringBuilder();

    /** Adds words as they are; the empty text and null add nothing. */
    OptionText add(String words) {
        if (words != null && !words.isEmpty()) {
            line.append(line.isEmpty() ? "" : " ").append(words);
        }
        return this;
    }

    /** Adds the words when they apply. */
    OptionText addIf(boolean applies, String words) {
        return applies ? add(words) : this;
    }

    /** Adds the option with its value unless that is null. */
    OptionText add(String option, Object value) {
        return value == null ? this : add(option + " " + value);
    }

    /** Adds the option with an address unless that is null. */
    OptionText add(String option, IpAddress address) {
        return address == null ? this : add(option + " " + AddressText.of(address));
    }

    /** Adds the option with a free word, quoted where it must be, unless that is null. */
    OptionText addWord(String option, String word) {
        return word == null ? this : add(option + " " + Quoting.word(word));
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
