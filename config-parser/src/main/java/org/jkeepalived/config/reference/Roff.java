package org.jkeepalived.config.reference;

/** Text of a manual page in the man(7) macros. */
final class Roff {
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

    /** A filled paragraph; a line that begins with a control character is guarded. */
    Roff text(String paragraph) {
        paragraph.lines().forEach(line -> out.append(guarded(line)).append('\n'));
        return this;
    }

    /** Lines as they are, in a fixed font, indented. */
    Roff example(String lines) {
        out.append(".RS 4\n.nf\n.ft CR\n");
        text(lines);
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
