package org.jkeepalived.daemon.dump;

import java.util.List;

/** JSON without blanks, in the order of the calls, with the solidus escaped as keepalived writes it (RFC 8259 section 7). */
final class JsonText {
    private final StringBuilder text = new StringBuilder(4096);
    private boolean first = true;

    JsonText open(char bracket) {
        separate();
        text.append(bracket);
        first = true;
        return this;
    }

    JsonText close(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    /** The name of the member whose value follows. */
    JsonText name(String name) {
        separate();
        quote(name);
        text.append(':');
        first = true;
        return this;
    }

    JsonText string(String name, String value) {
        name(name);
        quote(value);
        first = false;
        return this;
    }

    /** A member whose value is written as it stands: a number, true or false. */
    JsonText raw(String name, Object value) {
        name(name);
        text.append(value);
        first = false;
        return this;
    }

    /** A switch written as 0 or 1. */
    JsonText bit(String name, boolean value) {
        return raw(name, value ? 1 : 0);
    }

    /** An array of strings; left out when empty. */
    JsonText strings(String name, List<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        name(name).open('[');
        for (String value : values) {
            separate();
            quote(value);
        }
        return close(']');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\', '/' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ') {
                        text.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
