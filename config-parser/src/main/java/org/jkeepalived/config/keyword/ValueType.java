package org.jkeepalived.config.keyword;

import org.jkeepalived.config.tree.Grammar;

/** The kind of a keyword's value, able to say in words what it accepts. */
public sealed interface ValueType
        permits ValueType.Flag, ValueType.Words, ValueType.Entries, YesNo, WholeNumber, DecimalNumber {

    /** What is accepted, for a message and for the reference: {@code a whole number 1..255}. */
    String accepts();

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
    }

    /**
     * Words of a syntax of their own.
     *
     * @param accepts
     *            the syntax, such as {@code ADDR} or {@code USER [GROUP]}
     */
    record Words(String accepts) implements ValueType {}

    /**
     * A block.
     *
     * @param accepts
     *            what stands between its braces
     * @param list
     *            free entries instead of keywords
     */
    record Entries(String accepts, boolean list) implements ValueType {
        @Override
        public Grammar.Kind kind() {
            return list ? Grammar.Kind.LIST : Grammar.Kind.BLOCK;
        }
    }
}
