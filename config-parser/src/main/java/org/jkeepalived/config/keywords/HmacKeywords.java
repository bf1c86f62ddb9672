package org.jkeepalived.config.keywords;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.HmacDraft;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.HmacTrailer;
import org.jkeepalived.config.settings.HmacTrailer.AntiReplay;
import org.jkeepalived.config.settings.HmacTrailer.Mode;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of auth_hmac. */
final class HmacKeywords {
    private static final WholeNumber ID = WholeNumber.strict(1, 255);
    private static final WholeNumber WINDOW = WholeNumber.strict(1, 300);
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_KEY = 64;
    private static final int OTHERS = 077;
    private static final String HEX = "hex:";
    private static final String FILE = "file:";

    static final Keywords<HmacDraft> KEYWORDS = Keywords.of(List.of(Keyword
            .<HmacDraft>words("key", "ID VALUE, of 32..64 bytes: text, hex:DIGITS or file:PATH", HmacKeywords::key)
            .example("key 1 hex:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
            .secret()
            .shows(hmac -> hmac.keys.values().stream().map(HmacKeywords::keyText).toList())
            .says("A key; may stand several times with different ids."),
            Keyword.<HmacDraft>whole("active_key", ID, (hmac, n) -> hmac.activeKey = (int) n,
                    (hmac, word) -> "(" + hmac.instance + ") auth_hmac active_key '" + word
                            + "' not valid - must be between 1 & 255")
                    .defaults("0, none")
                    .example("active_key 1")
                    .shows(hmac -> hmac.activeKey == 0 ? null : hmac.activeKey)
                    .says("Id of the key that signs."),
            Keyword.<HmacDraft>whole("time_window", WINDOW, (hmac, n) -> hmac.timeWindowSeconds = n,
                    (hmac, word) -> "(" + hmac.instance + ") auth_hmac time_window '" + word
                            + "' not valid - must be between 1 & 300")
                    .defaults("3 times the advert interval, 5..300")
                    .example("time_window 10")
                    .shows(hmac -> hmac.timeWindowSeconds)
                    .says("Seconds up to which an advert counts as fresh."),
            Keyword.<HmacDraft>words("anti_replay", "time or monotonic", HmacKeywords::antiReplay)
                    .required()
                    .defaults("time")
                    .example("anti_replay monotonic")
                    .shows(hmac -> hmac.antiReplay == null ? null : hmac.antiReplay.name().toLowerCase(Locale.ROOT))
                    .says("How a repeated advert is known: by its time or by a counter that only grows."),
            Keyword.<HmacDraft>words("mode", "enforce, permissive or receive-only", HmacKeywords::mode)
                    .required()
                    .defaults("enforce")
                    .example("mode permissive")
                    .shows(hmac -> hmac.mode == null ? null : modeText(hmac.mode))
                    .says("enforce signs and demands; permissive accepts unsigned adverts; receive-only does not sign.")));

    private HmacKeywords() {}

    private static void key(HmacDraft hmac, Statement statement, Binding binding) {
        String who = "(" + hmac.instance + ") auth_hmac key ";
        if (statement.words().size() < 3) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", who + "needs an id and a value - ignoring",
                            "key ID VALUE");
            return;
        }
        Word idWord = statement.argument();
        OptionalLong id = ID.read(idWord, binding);
        if (id.isEmpty()) {
            binding.findings()
                    .error(idWord.place(), "value-ignored",
                            who + "id '" + idWord + "' not valid - must be between 1 & 255");
            return;
        }
        if (hmac.keys.containsKey((int) id.getAsLong())) {
            binding.findings().error(idWord.place(), "duplicate", who + idWord + " already specified - ignoring");
            return;
        }
        Word value = statement.words().get(2);
        String problem = problem(value.text(), binding);
        if (problem != null) {
            binding.findings()
                    .error(value.place(), "bad-key", who + idWord + " " + problem + " - ignoring",
                            "32 to 64 bytes: text, hex:DIGITS or file:PATH");
            return;
        }
        if (value.text().startsWith(FILE)) {
            protect(who + idWord, value, binding);
        }
        hmac.keys.put((int) id.getAsLong(), keyOf((int) id.getAsLong(), value.text()));
    }

    private static String problem(String value, Binding binding) {
        if (value.startsWith(FILE)) {
            FileFacts file = binding.facts().file(value.substring(FILE.length()));
            return file.error() != null ? "cannot be read: " + file.error() : file.regular() ? null : "is not a file";
        }
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (value.startsWith(HEX)) {
            String digits = value.substring(HEX.length());
            if (digits.length() % 2 != 0 || digits.chars().anyMatch(c -> Character.digit(c, 16) < 0)) {
                return "is not hexadecimal";
            }
            bytes = digits.length() / 2;
        }
        return bytes < SHORTEST_KEY || bytes > LONGEST_KEY ? "must have 32 to 64 bytes" : null;
    }

    private static void protect(String who, Word value, Binding binding) {
        if ((binding.facts().file(value.text().substring(FILE.length())).mode() & OTHERS) != 0) {
            binding.findings()
                    .security(value.place(), "key-file",
                            who + " file " + value.text().substring(FILE.length()) + " is accessible by others");
        }
    }

    private static HmacTrailer.Key keyOf(int id, String value) {
        if (value.startsWith(FILE)) {
            return new HmacTrailer.Key(id, HmacTrailer.Key.Form.FILE, value.substring(FILE.length()));
        }
        return value.startsWith(HEX)
                ? new HmacTrailer.Key(id, HmacTrailer.Key.Form.HEX, value.substring(HEX.length()))
                : new HmacTrailer.Key(id, HmacTrailer.Key.Form.TEXT, value);
    }

    private static String keyText(HmacTrailer.Key key) {
        String prefix = switch (key.form()) {
            case TEXT -> "";
            case HEX -> HEX;
            case FILE -> FILE;
        };
        return key.id() + " " + Quoting.word(prefix + key.value());
    }

    private static void antiReplay(HmacDraft hmac, Statement statement, Binding binding) {
        Word word = statement.argument();
        switch (word.text()) {
            case "time" -> hmac.antiReplay = AntiReplay.TIME;
            case "monotonic" -> hmac.antiReplay = AntiReplay.MONOTONIC;
            default -> binding.findings()
                    .error(word.place(), "unknown-option",
                            "(" + hmac.instance + ") unknown auth_hmac anti_replay '" + word + "' - ignoring",
                            "time or monotonic");
        }
    }

    private static void mode(HmacDraft hmac, Statement statement, Binding binding) {
        Word word = statement.argument();
        switch (word.text()) {
            case "enforce" -> hmac.mode = Mode.ENFORCE;
            case "permissive" -> hmac.mode = Mode.PERMISSIVE;
            case "receive-only" -> hmac.mode = Mode.RECEIVE_ONLY;
            default -> binding.findings()
                    .error(word.place(), "unknown-option",
                            "(" + hmac.instance + ") unknown auth_hmac mode '" + word + "' - ignoring",
                            "enforce, permissive or receive-only");
        }
    }

    private static String modeText(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
