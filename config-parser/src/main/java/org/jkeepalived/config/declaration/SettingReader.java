package org.jkeepalived.config.declaration;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/**
 * Reads a setting's keyword into the values of a draft, and shows what they hold. One class for all of them: a lambda for each would cost every start.
 *
 * @param <D> the draft
 * @param <T> the setting's type
 */
final class SettingReader<D, T> implements Keyword.Binder<D>, Function<D, Object>, Supplier<String> {
    private final Setting<T> setting;
    private final ValueType type;
    private final Function<D, Values> values;

    SettingReader(Setting<T> setting, Function<D, Values> values) {
        this.setting = setting;
        this.type = type(setting);
        this.values = values;
    }

    private static ValueType type(Setting<?> setting) {
        return setting.accepts() != null ? new ValueType.Words(setting.accepts()) : switch (setting.kind()) {
            case FLAG -> new ValueType.Flag();
            case YES_NO -> new YesNo();
            case SECONDS -> DecimalNumber.of(setting);
            default -> WholeNumber.of(setting);
        };
    }

    ValueType type() {
        return type;
    }

    /** The default as the manual has it. */
    @Override
    public String get() {
        if (setting.defaultText() != null) {
            return setting.defaultText();
        }
        if (setting.inherits() != null) {
            return setting.inherits().name();
        }
        T value = setting.defaultValue();
        return value == null
                ? ""
                : setting.kind() == Setting.Kind.FLAG ? "off" : type.written(written(value)).getFirst();
    }

    @Override
    public Object apply(D draft) {
        Values held = values.apply(draft);
        T value = held.own(setting);
        // what was raised or replaced counts as written, also where it became what holds anyway
        if (value == null && setting.kind() != Setting.Kind.FLAG && setting.inherits() == null
                && setting.raised() == null && setting.instead() == null) {
            value = setting.defaultValue();
        }
        return value == null ? null : written(value);
    }

    /** What holds for the draft. */
    Object inForce(D draft) {
        return written(values.apply(draft).get(setting));
    }

    private Object written(T value) {
        return setting.writer() != null
                ? setting.writer().apply(value)
                : value instanceof String text && !(text.isEmpty() && leftOut()) ? Quoting.word(text) : value;
    }

    /** Whether the keyword may stand without its word, which is the empty text then. */
    private boolean leftOut() {
        return setting.accepts().startsWith("[");
    }

    @Override
    public void bind(D draft, Statement statement, Binding binding) {
        Values held = values.apply(draft);
        Word word = statement.argument();
        if (word == null && setting.missing() != null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", message(setting.missing(), held, word),
                            setting.missingExpects() == null ? type.accepts() : setting.missingExpects());
            return;
        }
        boolean one = setting.kind() == Setting.Kind.WORD;
        if (setting.alone() != null && (statement.arguments().size() != 1 || one && word.text().isEmpty())) {
            binding.findings()
                    .error(statement.words().getLast().place(), "word-count", message(setting.alone(), held, word),
                            "exactly one " + (one ? type.accepts() : "number"));
            return;
        }
        if (setting.surplus() != null && statement.arguments().size() > 1) {
            binding.findings()
                    .error(statement.words().get(2).place(), "extra-words", message(setting.surplus(), held, word),
                            "one " + type.accepts());
            return;
        }
        if (setting.again() != null && held.own(setting) != null) {
            binding.findings()
                    .error((word == null ? statement.keyword() : word).place(), "already-set",
                            message(setting.again(), held, word));
            return;
        }
        Object value = word == null && setting.bare() != null ? setting.bare() : value(held, word, binding);
        if (value != null) {
            put(held, value);
        }
    }

    /** The value, or null after an error was reported. */
    private Object value(Values held, Word word, Binding binding) {
        return switch (setting.kind()) {
            case FLAG -> true;
            case YES_NO -> yesNo(held, word, binding);
            case WHOLE, WIDE -> number(((WholeNumber) number()).read(word, binding), held, word, binding);
            case SECONDS -> number(((DecimalNumber) type).read(word, binding), held, word, binding);
            case WORD -> word == null ? "" : shortened(held, word, binding);
            case OWN -> throw new IllegalStateException(setting.name());
        };
    }

    private String shortened(Values held, Word word, Binding binding) {
        if (word.text().length() <= setting.longest()) {
            return word.text();
        }
        binding.findings()
                .error(word.place(), "too-long", message(setting.shortened(), held, word),
                        "up to " + setting.longest() + " characters");
        return word.text().substring(0, setting.longest());
    }

    private ValueType number() {
        return type instanceof WholeNumber ? type : WholeNumber.of(setting);
    }

    private Object yesNo(Values held, Word word, Binding binding) {
        Optional<Boolean> value = ((YesNo) type).read(word);
        if (value.isEmpty()) {
            binding.findings()
                    .error(word.place(), "bad-boolean", message(setting.complaint(), held, word), type.accepts());
        }
        return value.orElse(null);
    }

    private Object number(OptionalLong read, Values held, Word word, Binding binding) {
        if (read.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored", message(setting.complaint(), held, word))
                    .because(word.text().equals(setting.explainedWord())
                            ? message(setting.explanation(), held, word)
                            : null);
            return setting.instead();
        }
        long value = read.getAsLong();
        if (value < setting.least()) {
            binding.findings().error(word.place(), "value-raised", message(setting.raised(), held, word));
            value = setting.least();
        }
        if (value >= setting.largeFrom()) {
            binding.findings()
                    .notice(word.place().untold(), "very-large",
                            "The " + setting.name() + " is very large - " + word + " seconds");
        }
        return setting.kind() == Setting.Kind.WHOLE ? (Object) (int) value : (Object) value;
    }

    @SuppressWarnings("unchecked")
    private void put(Values held, Object value) {
        held.put(setting, (T) value);
    }

    /** The message with its marks filled in, in one go: what is filled in may look like a mark. */
    private String message(String text, Values held, Word word) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int mark = text.indexOf('{'); mark >= 0; mark = text.indexOf('{', at)) {
            int end = text.indexOf('}', mark);
            out.append(text, at, mark).append(switch (text.substring(mark + 1, end)) {
                case "block" -> held.owner();
                case "name" -> setting.name();
                case "word" -> word == null ? "" : word.text();
                case "value" -> held.own(setting);
                default -> throw new IllegalStateException(text);
            });
            at = end + 1;
        }
        return out.append(text, at, text.length()).toString();
    }
}
