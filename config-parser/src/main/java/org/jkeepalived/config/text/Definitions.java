package org.jkeepalived.config.text;

import org.jkeepalived.config.host.HostFacts;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a configuration. {@code ${NAME}} is replaced everywhere, {@code $NAME} only before a blank, a comma, a closing parenthesis or
 * the end of the line; what is not defined stays as written. Values are substituted when used, so that a later definition reaches into an earlier
 * one.
 */
final class Definitions {
    private static final Pattern USE = Pattern
            .compile("\\$\\{(_RANDOM|_ENV)((?:[ \\t]+[^ \\t{}]+)*)[ \\t]*\\}|\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}|"
                    + "(?<!\\$)\\$([A-Za-z_][A-Za-z0-9_]*)(?=[ \\t,)]|$)");
    /** Deep enough for any honest nesting; a definition that names itself ends here. */
    private static final int MAX_DEPTH = 64;
    private static final int RANDOM_LIMIT = 32768;

    private final Map<String, String> values = new HashMap<>();
    private final HostFacts facts;
    private final String configId;

    Definitions(HostFacts facts, String configId) {
        this.facts = facts;
        this.configId = configId;
    }

    void define(String name, String value) {
        values.put(name, value);
    }

    String value(String name) {
        return values.get(name);
    }

    void remove(String name) {
        values.remove(name);
    }

    /**
     * The text with every use replaced.
     *
     * @param directory
     *            value of {@code ${_PWD}}
     */
    String substitute(String text, String directory) {
        String current = text;
        for (int depth = 0; depth < MAX_DEPTH && current.indexOf('$') >= 0; depth++) {
            String next = once(current, directory);
            if (next.equals(current)) {
                return current;
            }
            current = next;
        }
        return current;
    }

    private String once(String text, String directory) {
        Matcher matcher = USE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1) != null
                    ? matcher.group(1)
                    : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            String arguments = matcher.group(2) == null ? "" : matcher.group(2).strip();
            String value = lookUp(name, arguments, directory);
            matcher.appendReplacement(out, Matcher.quoteReplacement(value == null ? matcher.group() : value));
        }
        return matcher.appendTail(out).toString();
    }

    private String lookUp(String name, String arguments, String directory) {
        String own = values.get(name);
        if (own != null) {
            return own;
        }
        return switch (name) {
            case "_PWD" -> directory;
            case "_INSTANCE" -> configId;
            case "_HASH" -> "#";
            case "_BANG" -> "!";
            case "_ENV" -> {
                String value = arguments.isEmpty() ? null : facts.environment(arguments);
                yield value == null ? "" : value;
            }
            case "_RANDOM" -> random(arguments);
            default -> null;
        };
    }

    private static String random(String arguments) {
        String[] bounds = arguments.isEmpty() ? new String[0] : arguments.split("[ \\t]+");
        try {
            int low = bounds.length > 0 ? Integer.parseInt(bounds[0]) : 0;
            int high = bounds.length > 1 ? Integer.parseInt(bounds[1]) : RANDOM_LIMIT - 1;
            return high < low ? null : Integer.toString(RandomGenerator.getDefault().nextInt(low, high + 1));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
