package org.jkeepalived.daemon.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads a command line as keepalived(8) does: getopt_long's rules, keepalived's messages. */
public final class CommandLineParser {
    private CommandLineParser() {}

    private static CommandLine picocli() {
        CommandSpec spec = OptionTable.toSpec();
        spec.addPositional(PositionalParamSpec.builder().index("0..*").arity("0..*").type(String[].class).build());
        spec.parser()
                .abbreviatedOptionsAllowed(true)
                .overwrittenOptionsAllowed(true)
                .allowOptionsAsOptionParameters(true)
                .unmatchedArgumentsAllowed(true)
                .unmatchedOptionsArePositionalParams(false)
                .trimQuotes(false)
                .atFileCommentChar(null);
        return new CommandLine(spec).setExpandAtFiles(false);
    }

    /** Understands {@code words}, the command line without the program's name. Never throws for what they hold. */
    public static Invocation parse(List<String> words) {
        MatchedOptions plain = PlainCommandLine.read(AttachedArguments.rewrite(words));
        return plain == null ? parseAny(words) : new Interpretation(words, plain).invocation();
    }

    /** As {@link #parse}, by picocli whatever the words are. */
    static Invocation parseAny(List<String> words) {
        ParseResult result;
        try {
            result = picocli().parseArgs(AttachedArguments.rewrite(words).toArray(new String[0]));
        } catch (MissingParameterException missing) {
            return new Invocation.Refused(List.of(), List.of("Missing parameter for option " + lastOption(words)));
        } catch (ParameterException unknown) {
            return new Invocation.Refused(List.of(), List.of("Unknown option " + culprit(unknown, words)));
        }
        List<String> unexpected = result.matchedPositionals().isEmpty()
                ? List.of()
                : List.of(result.matchedPositionalValue(0, new String[0]));
        return new Interpretation(words, matched(result, unexpected)).invocation();
    }

    private static MatchedOptions matched(ParseResult result, List<String> unexpected) {
        MatchedOptions matched = new MatchedOptions(result.unmatched(), unexpected);
        for (OptionSpec option : result.matchedOptions()) {
            OptionTable known = OptionTable.ofName(option.longestName());
            if (option.type() == String.class) {
                option.stringValues().forEach(argument -> matched.add(known, argument));
            } else {
                boolean[] occurrences = option.getValue();
                for (int i = 0; i < occurrences.length; i++) {
                    matched.add(known, null);
                }
            }
        }
        return matched;
    }

    /** The option whose argument is missing is the last one of all. */
    private static String lastOption(List<String> words) {
        String last = words.getLast();
        for (String word : words) {
            if (word.startsWith("--") && word.endsWith("=")) {
                return word.substring(0, word.length() - 1);
            }
        }
        return last.startsWith("--") || last.length() < 2 ? last : "-" + last.charAt(last.length() - 1);
    }

    /** Ambiguous abbreviations and flags with an argument are unknown to getopt_long. */
    private static String culprit(ParameterException unknown, List<String> words) {
        String message = unknown.getMessage();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (word.startsWith("--")
                    && message.contains("'" + (equals < 0 ? word : word.substring(0, equals)) + "'")) {
                return word;
            }
        }
        return words.stream()
                .filter(word -> word.startsWith("--") && word.contains("="))
                .findFirst()
                .orElse(words.getLast());
    }
}
