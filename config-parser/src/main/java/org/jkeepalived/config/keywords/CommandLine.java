package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/**
 * The command of a script keyword. The word after the keyword is read as a command line of its own: quotes of both kinds group, a backslash takes
 * the next character. In a word that stood in quotes the escapes of C strings are worked off first.
 *
 * <p>On these lines single quotes make words, too, and quotes begin and end anywhere in one, as in a shell.
 */
final class CommandLine {
    private static final String ESCAPES = "abEfnrtv";
    private static final String ESCAPED = "\u0007\b\u001b\f\n\r\t\u000b";

    private CommandLine() {}

    /** The command with the account that the words after it name; null when there is none, which is reported where the form is wrong. */
    static CommandDraft read(Statement statement, Binding binding) {
        Word word = statement.argument();
        List<String> words = hasSingleQuotes(statement) ? regrouped(statement, binding) : plain(statement);
        if (words == null) {
            return null;
        }
        List<String> arguments = split(words.getFirst(), word, binding);
        if (arguments == null || arguments.isEmpty()) {
            return null;
        }
        CommandDraft command = new CommandDraft(word.place(), arguments);
        command.userName = words.size() < 2 ? null : words.get(1);
        command.groupName = words.size() < 3 ? null : words.get(2);
        return command;
    }

    private static boolean hasSingleQuotes(Statement statement) {
        for (Word word : statement.arguments()) {
            if (!word.quoted() && word.text().indexOf('\'') >= 0) {
                return true;
            }
        }
        return false;
    }

    private static List<String> plain(Statement statement) {
        List<String> words = new ArrayList<>();
        for (Word word : statement.arguments()) {
            words.add(words.isEmpty() && word.quoted() ? unescape(word.text()) : word.text());
        }
        return words;
    }

    /** The words after the keyword as quotes of both kinds make them; null where one does not end, which is reported. */
    private static List<String> regrouped(Statement statement, Binding binding) {
        String line = statement.argument().through(statement.words().getLast());
        List<String> words = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                current.append(c).append(line.charAt(++i));
                inWord = true;
            } else if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
                quote = quote == 0 ? c : 0;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(unescape(current.toString()));
                    current.setLength(0);
                    inWord = false;
                }
            } else {
                current.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            unterminated(statement.keyword().through(statement.words().getLast()), quote, statement.argument(),
                    binding);
            return null;
        }
        words.add(unescape(current.toString()));
        return words;
    }

    private static void unterminated(String text, char quote, Word word, Binding binding) {
        binding.findings()
                .error(word.place(), "unterminated-quote", "String '" + text + "': missing terminating " + quote,
                        "a closing " + quote);
    }

    /** The words that read back as the command; null when there is none that can be run. */
    static String shown(CommandDraft command) {
        return command == null || command.unusable ? null : written(command);
    }

    /** The command and its account as words that read back as they are. */
    static String written(CommandDraft command) {
        StringBuilder line = new StringBuilder("\"");
        for (String argument : command.arguments) {
            line.append(line.length() > 1 ? " " : "").append(quoted(argument));
        }
        line.append('"');
        if (command.userName != null) {
            line.append(' ').append(Quoting.word(command.userName));
        }
        if (command.groupName != null) {
            line.append(' ').append(Quoting.word(command.groupName));
        }
        return line.toString();
    }

    /** An argument in single quotes where it needs any; both kinds of quotes and backslashes as octal escapes of the string around. */
    private static String quoted(String argument) {
        boolean plain = !argument.isEmpty()
                && argument.chars().allMatch(c -> c > ' ' && c != '\'' && c != '"' && c != '\\' && c != '$');
        if (plain) {
            return argument;
        }
        StringBuilder out = new StringBuilder("'");
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            switch (c) {
                case '\'' -> out.append("'\\134''");
                case '"' -> out.append("\\042");
                case '\\' -> out.append("\\134");
                case '$' -> out.append("\\044");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\%03o", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('\'').toString();
    }

    private static List<String> split(String line, Word word, Binding binding) {
        List<String> arguments = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == '\'') {
                current.append(c);
            } else if (c == '\\' && i + 1 < line.length()) {
                current.append(line.charAt(++i));
                inWord = true;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    arguments.add(current.toString());
                    current.setLength(0);
                    inWord = false;
                }
            } else {
                current.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            unterminated(line, quote, word, binding);
            return null;
        }
        if (inWord) {
            arguments.add(current.toString());
        }
        return arguments;
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char next = text.charAt(++i);
            int known = ESCAPES.indexOf(next);
            if (known >= 0) {
                out.append(ESCAPED.charAt(known));
            } else if (next == '"' || next == '\\') {
                out.append(next);
            } else if (next == 'c' && i + 1 < text.length()) {
                out.append((char) (text.charAt(++i) & 0x1f));
            } else {
                int radix = next == 'x' ? 16 : 8;
                int start = next == 'x' ? i + 1 : i;
                int end = start;
                while (end < text.length() && end < start + (radix == 16 ? 2 : 3)
                        && Character.digit(text.charAt(end), radix) >= 0) {
                    end++;
                }
                if (end == start) {
                    out.append(c).append(next);
                } else {
                    out.append((char) Integer.parseInt(text.substring(start, end), radix));
                    i = end - 1;
                }
            }
        }
        return out.toString();
    }
}
