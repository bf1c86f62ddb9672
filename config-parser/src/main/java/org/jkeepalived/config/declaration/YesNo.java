package org.jkeepalived.config.declaration;

import java.util.Optional;
import org.jkeepalived.config.lexer.Word;

/** {@code true on yes false off no}, lower case; nothing means true. */
public record YesNo() implements ValueType {
    @Override
    public String accepts() {
        return "true, on, yes, false, off, no or nothing";
    }

    /**
     * The value, or empty when the word is none.
     *
     * @param word may be null
     */
    public Optional<Boolean> read(Word word) {
        return switch (word == null ? "true" : word.text()) {
            case "true", "on", "yes" -> Optional.of(true);
            case "false", "off", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
