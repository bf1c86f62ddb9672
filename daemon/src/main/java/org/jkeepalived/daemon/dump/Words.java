package org.jkeepalived.daemon.dump;

/** Words of a line, separated by blanks. */
final class Words {
    private final StringBuilder line = new StringBuilder(96);

    Words add(String words) {
        line.append(line.isEmpty() ? "" : " ").append(words);
        return this;
    }

    Words addIf(boolean applies, String words) {
        return applies ? add(words) : this;
    }

    /** An option with its value, unless that is null. */
    Words add(String option, Object value) {
        return value == null ? this : add(option + " " + value);
    }

    /** The same where the value applies. */
    Words addIf(boolean applies, String option, Object value) {
        return applies ? add(option, value) : this;
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
