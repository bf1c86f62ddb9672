package org.jkeepalived.config.effective;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.lexer.ReadLimits;

/**
 * An effective configuration as the text of a keepalived.conf that reads back as the same settings. What has to be written stands in lines, each with
 * its origin in a comment behind it; what holds without being written stands in comment lines.
 */
public final class EffectiveText {
    private static final String INDENT = "    ";
    private static final int WIDEST = 60;
    private static final String HEADER = """
            # The configuration in force, each value with where it comes from. It reads back as the same settings.
            # Lines that begin with # are not written anywhere: they say what holds all the same.
            # It holds the passwords and keys in clear: keep it from other eyes.
            """;

    private record Row(String text, String comment) {}

    private final List<Row> rows = new ArrayList<>();

    private EffectiveText() {}

    /**
     * The text.
     *
     * @param source name of the configuration file, for the heading
     */
    public static String of(EffectiveConfiguration configuration, String source) {
        StringBuilder out = new StringBuilder("# ").append(oneLine(source)).append('\n').append(HEADER);
        for (EffectiveNode node : configuration.nodes()) {
            EffectiveText part = new EffectiveText();
            part.add(node, "");
            if (!part.rows.isEmpty()) {
                out.append(node instanceof EffectiveBlock ? "\n" : "");
                part.print(out);
            }
        }
        return out.toString();
    }

    private void print(StringBuilder out) {
        int column = rows.stream()
                .filter(row -> !row.comment.isEmpty())
                .mapToInt(row -> row.text.length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0) + 2;
        for (Row row : rows) {
            int gap = row.comment.isEmpty() ? 0 : Math.max(2, column - row.text.length());
            if (bytes(row.text) + gap + bytes(row.comment) < ReadLimits.LINE_BYTES) {
                out.append(row.text).repeat(' ', gap).append(row.comment).append('\n');
            } else {
                // a line that the reader would drop: its comment may go, it may not
                boolean fits = bytes(row.text) < ReadLimits.LINE_BYTES;
                out.append(fits ? row.text : row.text.stripLeading()).append('\n');
            }
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private void add(EffectiveNode node, String indent) {
        switch (node) {
            case EffectiveBlock block -> add(block, indent);
            case EffectiveSetting setting when setting.set() -> addSet(setting, indent);
            case EffectiveSetting setting -> addUnset(setting, indent);
        }
    }

    private void add(EffectiveBlock block, String indent) {
        if (!block.set()) {
            rows.add(new Row(indent + "# " + oneLine(block.title()), block.origin().text()));
            return;
        }
        rows.add(new Row(indent + block.title() + " {", comment(block.origin(), block.idle())));
        block.children().stream().filter(EffectiveNode::set).forEach(child -> add(child, indent + INDENT));
        block.children().stream().filter(child -> !child.set()).forEach(child -> add(child, indent + INDENT));
        rows.add(new Row(indent + "}", ""));
    }

    private void addSet(EffectiveSetting setting, String indent) {
        List<String> arguments = setting.arguments();
        if (setting.list()) {
            rows.add(new Row(indent + setting.keyword() + " {", comment(setting.origin(), setting.idle())));
            for (int i = 0; i < arguments.size(); i++) {
                rows.add(new Row(indent + INDENT + arguments.get(i),
                        setting.places().isEmpty() ? "" : comment(setting.places().get(i), "")));
            }
            rows.add(new Row(indent + "}", ""));
            return;
        }
        for (int i = 0; i < arguments.size(); i++) {
            Origin origin = setting.places().isEmpty() ? setting.origin() : setting.places().get(i);
            rows.add(new Row(indent + line(setting.keyword(), arguments.get(i)), comment(origin, setting.idle())));
        }
    }

    private void addUnset(EffectiveSetting setting, String indent) {
        boolean words = setting.arguments().isEmpty() && setting.origin().note() != null;
        for (String argument : words ? List.of("") : setting.arguments()) {
            rows.add(new Row(indent + "# " + oneLine(line(setting.keyword(), argument)),
                    oneLine(setting.origin().text())));
        }
    }

    private static String line(String keyword, String arguments) {
        return arguments.isEmpty() ? keyword : keyword + " " + arguments;
    }

    private static String comment(Origin origin, String idle) {
        String text = origin.text();
        return "# " + oneLine(text + (idle.isEmpty() ? "" : (text.isEmpty() ? "" : "; ") + idle));
    }

    /** A comment ends with its line. */
    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ').replace('\0', ' ');
    }
}
