package org.jkeepalived.config.settings;

import java.util.Locale;

/** What a rule does with a packet that it matches. */
public sealed interface RuleAction {

    /** The option, with its value. */
    String asWritten();

    /**
     * Looks for a route.
     *
     * @param table routing table, 1..4294967295
     */
    record Lookup(long table) implements RuleAction {
        @Override
        public String asWritten() {
            return "table " + table;
        }
    }

    /**
     * Goes on at a later rule.
     *
     * @param target its preference
     */
    record Goto(long target) implements RuleAction {
        @Override
        public String asWritten() {
            return "goto " + target;
        }
    }

    /** Actions without a value. */
    enum Plain implements RuleAction {
        /** Nothing: the next rule is asked. */
        NOP,
        /** Drops silently. */
        BLACKHOLE,
        /** Drops, with ICMP network unreachable. */
        UNREACHABLE,
        /** Drops, with ICMP communication prohibited. */
        PROHIBIT,
        /** Looks for a route in the table of the packet's layer 3 master device. */
        L3MDEV;

        @Override
        public String asWritten() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
