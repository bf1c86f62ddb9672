package org.jkeepalived.daemon.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The options that a command line has, in their order, with their arguments; and what is no option. */
final class MatchedOptions {
    private final Map<OptionTable, List<String>> arguments = new EnumMap<>(OptionTable.class);
    private final List<OptionTable> order = new ArrayList<>();
    private final List<String> unknown;
    private final List<String> unexpected;

    /**
     * @param unknown words that look like options and are none
     * @param unexpected words that are neither an option nor its argument
     */
    MatchedOptions(List<String> unknown, List<String> unexpected) {
        this.unknown = List.copyOf(unknown);
        this.unexpected = List.copyOf(unexpected);
    }

    /** @param argument null for an option without one */
    void add(OptionTable option, String argument) {
        if (!arguments.containsKey(option)) {
            order.add(option);
        }
        arguments.computeIfAbsent(option, _ -> new ArrayList<>()).add(argument);
    }

    /** Each once, in the order of their first occurrences. */
    List<OptionTable> inOrder() {
        return order;
    }

    boolean given(OptionTable option) {
        return arguments.containsKey(option);
    }

    int count(OptionTable option) {
        return arguments.getOrDefault(option, List.of()).size();
    }

    /** The last argument, or null; an occurrence without one changes nothing. */
    String argument(OptionTable option) {
        List<String> all = arguments.getOrDefault(option, List.of());
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i) != null) {
                return all.get(i);
            }
        }
        return null;
    }

    /** The argument of the first occurrence, or null. */
    String firstArgument(OptionTable option) {
        List<String> all = arguments.get(option);
        return all == null ? null : all.getFirst();
    }

    List<String> unknown() {
        return unknown;
    }

    List<String> unexpected() {
        return unexpected;
    }
}
