package org.jkeepalived.config.reference;

import java.util.regex.Pattern;

/** Text of a manual page in the man(7) macros. */
final class Roff {
    private static final int WIDTH = 78;
    private static final Pattern ENDED = Pattern.compile(".*[.!?][\"')]*");

    private final StringBuilder out = new StringBuilder();

    /** A request or macro with its arguments as they are. */
    Roff macro(String name, String... arguments) {
        out.append('.').append(name);
        for (String argument : arguments) {
            out.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        out.append('\n');
        return this;
    }

    /** A filled paragraph; a line that begins with a control character is guarded, and one that is too long for a terminal broken. */
    Roff text(String paragraph) {
        paragraph.lines().forEach(this::broken);
        return this;
    }

    private void broken(String line) {
        StringBuilder part = new StringBuilder();
        for (String word : line.split(" ")) {
            if (!part.isEmpty() && escaped(part + " " + word).length() > WIDTH) {
                out.append(guarded(part.toString()));
                // Where a sentence seems to end at the end of a line roff makes a second blank.
                out.append(ENDED.matcher(part).matches() && word.matches("\\p{Ll}.*") ? "\\&\n" : "\n");
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : " ").append(word);
        }
        out.append(guarded(part.toString())).append('\n');
    }

    /** Lines as they are, in a fixed font, indented. */
    Roff example(String lines) {
        out.append(".RS 4\n.nf\n.ft CR\n");
        lines.lines().forEach(line -> out.append(guarded(line)).append('\n'));
        out.append(".ft R\n.fi\n.RE\n");
        return this;
    }

    /** A tagged paragraph: the tag in bold, what follows it in italics. */
    Roff term(String bold, String italic) {
        out.append(".TP\n\\fB").append(escaped(bold)).append("\\fR");
        if (!italic.isEmpty()) {
            out.append(" \\fI").append(escaped(italic)).append("\\fR");
        }
        out.append('\n');
        return this;
    }

    private static String guarded(String line) {
        String text = escaped(line);
        return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("^", "\\(ha");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
