package org.jkeepalived.config.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.syntax.Grammar;
import org.jkeepalived.config.syntax.Statement;

/**
 * The keywords of a block.
 *
 * @param <D> the draft that they fill
 */
public final class Keywords<D> {
    private static final Keywords<Object> NONE = new Keywords<>(List.of());

    private final List<Keyword<D>> all;
    private final Map<String, Keyword<D>> byName = new HashMap<>();

    private Keywords(List<Keyword<D>> all) {
        this.all = List.copyOf(all);
        for (Keyword<D> keyword : all) {
            for (String name : keyword.names()) {
                if (byName.put(name, keyword) != null) {
                    throw new IllegalArgumentException("declared twice: " + name);
                }
            }
        }
    }

    /** The keywords of these lists, in order; a name may stand in them once. */
    @SafeVarargs
    public static <D> Keywords<D> of(List<Keyword<D>>... parts) {
        List<Keyword<D>> all = new ArrayList<>();
        for (List<Keyword<D>> part : parts) {
            all.addAll(part);
        }
        return new Keywords<>(all);
    }

    static Keywords<?> none() {
        return NONE;
    }

    /** In the order of their declaration. */
    public List<Keyword<D>> all() {
        return all;
    }

    /** The keyword of this name or spelling, or null. */
    public Keyword<D> get(String name) {
        return byName.get(name);
    }

    void declareIn(Grammar block) {
        all.forEach(keyword -> keyword.declareIn(block));
    }

    /** Puts the statements of a block into its draft; those of names that are only known are passed over. */
    public void bindAll(D draft, Statement block, Binding binding) {
        bindAll(draft, block, null, binding);
    }

    /** As {@link #bindAll(Object, Statement, Binding)}, for the keywords that one process of keepalived reads. */
    public void bindAll(D draft, Statement block, Part part, Binding binding) {
        Set<String> noticed = new HashSet<>();
        for (Statement statement : block.children()) {
            Keyword<D> keyword = byName.get(statement.keyword().text());
            if (keyword != null && (part == null || keyword.part() == part)) {
                keyword.bind(draft, statement, binding, noticed);
            }
        }
    }
}
