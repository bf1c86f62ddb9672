package org.jkeepalived.config.iproute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.lexer.Word;

/**
 * The options of a kind of line.
 *
 * @param <E> their enum
 */
final class LineOptions<E extends LineOption.Declared> {
    private final List<LineOption> all = new ArrayList<>();
    private final Map<String, E> byName = new HashMap<>();

    LineOptions(E[] options) {
        for (E option : options) {
            all.add(option.option());
            for (String name : option.option().names()) {
                byName.put(name, option);
            }
        }
    }

    /** In the order of their declaration. */
    List<LineOption> all() {
        return all;
    }

    /** The option of that name, or null where this list has none; of one without effect advice is given. */
    E find(Word word, LineContext context) {
        E found = byName.get(word.text());
        if (found == null || !found.option().standsIn(context.isStatic())) {
            return null;
        }
        if (!found.option().idle().isEmpty()) {
            context.binding().findings().notActedOn(word.place(), word + ": " + found.option().idle());
        }
        return found;
    }

    /** The spellings that a list of that kind takes. */
    List<String> names(boolean staticList) {
        List<String> names = new ArrayList<>();
        for (LineOption option : all) {
            if (option.standsIn(staticList)) {
                names.addAll(option.names());
            }
        }
        return names;
    }
}
