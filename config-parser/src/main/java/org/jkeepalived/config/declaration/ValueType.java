package org.jkeepalived.config.declaration;

import java.util.Collection;
import java.util.List;
import org.jkeepalived.config.syntax.Grammar;

/** The kind of a keyword's value, able to say in words what it accepts. */
public sealed interface ValueType
        permits ValueType.Flag, ValueType.Words, ValueType.Entries, YesNo, WholeNumber, DecimalNumber {

    /** What is accepted, for a message and for the reference: {@code a whole number 1..255}. */
    String accepts();

    /**
     * A value of this type as it is written after the keyword, one element per statement; for a list one per entry. A null is no statement, a collection
     * one statement per element, anything else its text.
     */
    default List<String> written(Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Collection<?> several)) {
            return List.of(String.valueOf(value));
        }
        return several.stream().map(String::valueOf).toList();
    }

    /** What follows the keyword in the grammar. */
    default Grammar.Kind kind() {
        return Grammar.Kind.LINE;
    }

    /** No value; what follows is ignored. */
    record Flag() implements ValueType {
        @Override
        public String accepts() {
            return "no value";
        }

        @Override
        public List<String> written(Object value) {
            return Boolean.TRUE.equals(value) ? List.of("") : List.of();
        }
    }

    /**
     * Words of a syntax of their own.
     *
     * @param accepts the syntax, such as {@code ADDR} or {@code USER [GROUP]}
     */
    record Words(String accepts) implements ValueType {}

    /**
     * A block.
     *
     * @param accepts what stands between its braces
     * @param list free entries instead of keywords
     */
    record Entries(String accepts, boolean list) implements ValueType {
        @Override
        public Grammar.Kind kind() {
            return list ? Grammar.Kind.LIST : Grammar.Kind.BLOCK;
        }
    }
}
