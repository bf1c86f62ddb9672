package org.jkeepalived.config.bind;

import org.jkeepalived.config.draft.CommandDraft;

/** Writes a command so that {@link CommandLine} reads it back. */
final class CommandText {
    private static final int PRINTABLE = 0x20;

    private CommandText() {}

    /** The command in double quotes and the account that was written with it; null for none. */
    static String of(CommandDraft command) {
        if (command == null) {
            return null;
        }
        StringBuilder out = new StringBuilder("\"");
        for (String argument : command.arguments) {
            if (out.length() > 1) {
                out.append(' ');
            }
            append(out, argument);
        }
        out.append('"');
        if (command.userName != null) {
            out.append(' ').append(Quoting.word(command.userName));
        }
        if (command.groupName != null) {
            out.append(' ').append(Quoting.word(command.groupName));
        }
        return out.toString();
    }

    /** The outer quotes undo one level of backslashes, the reading of the command line a second one. */
    private static void append(StringBuilder out, String argument) {
        if (argument.isEmpty()) {
            out.append("''");
        }
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            switch (c) {
                case ' ', '\'' -> out.append("\\\\").append(c);
                case '\\' -> out.append("\\\\\\\\");
                case '"' -> out.append("\\\\\\x22");
                default -> {
                    if (c < PRINTABLE) {
                        out.append("\\\\\\x%02x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }
}
