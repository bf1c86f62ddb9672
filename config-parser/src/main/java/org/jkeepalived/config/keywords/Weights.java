package org.jkeepalived.config.keywords;

import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.syntax.Statement;

/** The word that may follow the weight of something that instances follow. */
final class Weights {
    private static final int OPTION = 2;

    private Weights() {}

    /**
     * Whether {@code weight N reverse} was written; another word in its place is reported.
     *
     * @param owner the block and its name, for the message
     */
    static boolean reverse(Statement statement, String owner, Binding binding) {
        if (statement.words().size() <= OPTION) {
            return false;
        }
        Word option = statement.words().get(OPTION);
        boolean reverse = option.text().equals("reverse");
        if (!reverse) {
            binding.findings()
                    .error(option.place(), "unknown-option", owner + " unknown weight option " + option, "reverse");
        }
        return reverse;
    }
}
