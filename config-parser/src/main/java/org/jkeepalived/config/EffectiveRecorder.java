package org.jkeepalived.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.Origins;
import org.jkeepalived.config.declaration.ValueType;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.effective.Effect;
import org.jkeepalived.config.effective.EffectiveBlock;
import org.jkeepalived.config.effective.EffectiveConfiguration;
import org.jkeepalived.config.effective.EffectiveNode;
import org.jkeepalived.config.effective.EffectiveSetting;
import org.jkeepalived.config.effective.Origin;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.keywords.Language;
import org.jkeepalived.config.settings.Configuration;

/**
 * Records what becomes of a configuration while it is loaded, and makes the effective one of it: what the drafts show before the rules, after them,
 * and what they showed when nothing was written yet. For one load.
 */
final class EffectiveRecorder {
    private static final String GLOBAL = "global_defs";
    private static final Origin UNWRITTEN = new Origin(Origin.Kind.DEFAULT, null, 0, null);

    private final Origins origins = Origins.recordingValues();
    /** What each draft showed before the rules. */
    private final IdentityHashMap<Object, Map<String, List<String>>> before = new IdentityHashMap<>();
    /** The blocks that each draft had before the rules. */
    private final IdentityHashMap<Object, Map<String, List<Child>>> blocksBefore = new IdentityHashMap<>();
    private List<EffectiveNode> nodes = List.of();
    private ConfigurationDraft configuration;

    private record Child(Object draft, String head) {}

    private record Ordered(int sequence, EffectiveNode node) {}

    /** Where the statements are noted while they are bound. */
    Origins origins() {
        return origins;
    }

    /** The statements are bound, the rules follow. */
    void beforeRules(ConfigurationDraft draft) {
        remember(Language.keywords(), draft);
    }

    /** The rules have been applied. */
    void afterRules(ConfigurationDraft draft) {
        configuration = draft;
        nodes = nodes(Language.keywords(), draft);
    }

    /** What is in force, beside the settings that were made of it; without a node until the rules have been applied. */
    EffectiveConfiguration effective(Configuration settings) {
        return new EffectiveConfiguration(nodes, settings);
    }

    private <D> void remember(Keywords<D> keywords, D draft) {
        for (Keyword<D> keyword : keywords.all()) {
            before.computeIfAbsent(draft, _ -> new HashMap<>()).put(keyword.name(), keyword.arguments(draft));
            switch (keyword.body()) {
                case Body.Free<D> _ -> {
                    // shown by its arguments
                }
                case Body.OwnEntries<D, ?> _ -> {
                    // rules leave them as they are
                }
                case Body.Same<D>(Keywords<D> inside) -> remember(inside, draft);
                case Body.Own<D, ?> own -> rememberBlocks(keyword, own, draft);
            }
        }
    }

    private <D, C> void rememberBlocks(Keyword<D> keyword, Body.Own<D, C> own, D draft) {
        List<Child> children = new ArrayList<>();
        for (C child : own.drafts(draft)) {
            children.add(new Child(child, own.head(child)));
            remember(own.keywords(), child);
        }
        blocksBefore.computeIfAbsent(draft, _ -> new HashMap<>()).put(keyword.name(), children);
    }

    /**
     * Those that are written in the order of the file, which may matter when they are read back; before them in the order of their declaration what was
     * never set, and behind them what follows from them.
     */
    private <D> List<EffectiveNode> nodes(Keywords<D> keywords, D draft) {
        List<Ordered> nodes = new ArrayList<>();
        for (Keyword<D> keyword : keywords.all()) {
            switch (keyword.body()) {
                case Body.Free<D> _ -> {
                    EffectiveSetting setting = setting(keyword, draft);
                    int written = sequence(origins.statements(draft, keyword.name()));
                    nodes.add(new Ordered(written < 0 && setting.set() ? Integer.MAX_VALUE : written, setting));
                }
                case Body.Same<D>(Keywords<D> inside) -> {
                    List<EffectiveNode> children = nodes(inside, draft);
                    boolean written = !origins.statements(draft, keyword.name()).isEmpty();
                    if (written || children.stream().anyMatch(EffectiveNode::set)) {
                        nodes.add(new Ordered(sequence(origins.statements(draft, keyword.name())),
                                new EffectiveBlock(keyword.name(), "", placeOf(keyword, draft), effect(keyword),
                                        keyword.acted(), children)));
                    }
                }
                case Body.Own<D, ?> own -> addBlocks(keyword, own, draft, nodes);
                case Body.OwnEntries<D, ?> own -> addLists(keyword, own, draft, nodes);
            }
        }
        nodes.sort(Comparator.comparingInt(Ordered::sequence));
        return nodes.stream().map(Ordered::node).toList();
    }

    private static int sequence(List<Place> places) {
        return places.isEmpty() ? -1 : places.getFirst().sequence();
    }

    private <D> Origin placeOf(Keyword<D> keyword, D draft) {
        List<Place> statements = origins.statements(draft, keyword.name());
        return statements.isEmpty() ? at(Origin.Kind.DERIVED, null, null) : written(statements.getLast());
    }

    private <D, C> void addBlocks(Keyword<D> keyword, Body.Own<D, C> own, D draft, List<Ordered> nodes) {
        Collection<C> drafts = own.drafts(draft);
        for (C child : drafts) {
            Place place = origins.of(child);
            EffectiveBlock block = new EffectiveBlock(keyword.name(), own.head(child),
                    place == null ? UNWRITTEN : written(place), effect(keyword), keyword.acted(),
                    nodes(own.keywords(), child));
            nodes.add(new Ordered(place == null ? -1 : place.sequence(), block));
        }
        for (Child child : blocksBefore.getOrDefault(draft, Map.of()).getOrDefault(keyword.name(), List.of())) {
            if (drafts.stream().noneMatch(kept -> kept == child.draft)) {
                Place place = origins.of(child.draft);
                nodes.add(new Ordered(place == null ? -1 : place.sequence(),
                        new EffectiveBlock(keyword.name(), child.head, at(Origin.Kind.DROPPED, place, null),
                                effect(keyword), keyword.acted(), List.of())));
            }
        }
    }

    private <D, C> void addLists(Keyword<D> keyword, Body.OwnEntries<D, C> own, D draft, List<Ordered> nodes) {
        for (C child : own.drafts(draft)) {
            List<String> entries = own.entries(child);
            List<Place> places = origins.entries(child, "");
            Place place = origins.of(child);
            EffectiveSetting list = new EffectiveSetting(keyword.name() + " " + own.head(child), true, true, entries,
                    places.size() == entries.size()
                            ? places.stream().map(EffectiveRecorder::written).toList()
                            : List.of(),
                    place == null ? UNWRITTEN : written(place), effect(keyword), keyword.acted(), keyword.secret());
            nodes.add(new Ordered(place == null ? -1 : place.sequence(), list));
        }
    }

    private <D> EffectiveSetting setting(Keyword<D> keyword, D draft) {
        List<String> now = keyword.arguments(draft);
        List<String> read = before.getOrDefault(draft, Map.of()).getOrDefault(keyword.name(), now);
        List<String> pristine = origins.pristine(draft, keyword.name());
        List<Place> statements = origins.statements(draft, keyword.name());
        boolean list = keyword.type() instanceof ValueType.Entries;
        if (statements.isEmpty() && now.equals(pristine == null ? read : pristine)) {
            return unset(keyword, draft, now, list);
        }
        Place last = statements.isEmpty() ? null : statements.getLast();
        if (now.isEmpty() && !list) {
            return read.isEmpty()
                    ? unset(keyword, draft, now, false)
                    : new EffectiveSetting(keyword.name(), false, false, read, List.of(),
                            at(Origin.Kind.DROPPED, last, null), effect(keyword), keyword.acted(), keyword.secret());
        }
        Origin origin = !now.equals(read) && last != null
                ? at(Origin.Kind.CHANGED, last, String.join("; ", read))
                : last == null ? at(Origin.Kind.DERIVED, null, null) : written(last);
        List<Place> places = list ? origins.entries(draft, keyword.name()) : statements;
        List<Origin> each = now.equals(read) && places.size() == now.size()
                ? places.stream().map(EffectiveRecorder::written).toList()
                : List.of();
        return new EffectiveSetting(keyword.name(), list, true, now, each, origin, effect(keyword), keyword.acted(),
                keyword.secret());
    }

    /** What holds for a keyword that is not written. */
    private <D> EffectiveSetting unset(Keyword<D> keyword, D draft, List<String> pristine, boolean list) {
        String from = keyword.inheritedFrom(draft);
        if (from != null && configuration != null) {
            EffectiveSetting global = global(from);
            if (global != null) {
                return new EffectiveSetting(keyword.name(), list, false, inForce(global), List.of(),
                        new Origin(Origin.Kind.INHERITED, global.origin().file(), global.origin().line(), from),
                        effect(keyword), keyword.acted(), keyword.secret());
            }
        }
        List<String> value = pristine.isEmpty() ? keyword.otherwise(draft) : pristine;
        boolean words = value.isEmpty() && keyword.defaultText().indexOf(' ') > 0;
        if (value.isEmpty() && !words && !keyword.defaultText().isEmpty()) {
            value = List.of(keyword.defaultText());
        }
        Origin origin = words ? new Origin(Origin.Kind.DEFAULT, null, 0, keyword.defaultText()) : UNWRITTEN;
        return new EffectiveSetting(keyword.name(), list, false, value, List.of(), origin, effect(keyword),
                keyword.acted(), keyword.secret());
    }

    /** A flag that is set is true for who inherits it. */
    private static List<String> inForce(EffectiveSetting global) {
        return global.set() && global.arguments().equals(List.of("")) ? List.of("true") : global.arguments();
    }

    private EffectiveSetting global(String name) {
        Keyword<ConfigurationDraft> block = Language.keywords().get(GLOBAL);
        return block.body() instanceof Body.Own<ConfigurationDraft, ?> own ? global(own, name) : null;
    }

    private <C> EffectiveSetting global(Body.Own<ConfigurationDraft, C> own, String name) {
        Keyword<C> keyword = own.keywords().get(name);
        return keyword == null ? null : setting(keyword, own.drafts(configuration).iterator().next());
    }

    private static Origin written(Place place) {
        return at(Origin.Kind.WRITTEN, place, null);
    }

    private static Origin at(Origin.Kind kind, Place place, String note) {
        return place == null
                ? new Origin(kind, null, 0, note)
                : new Origin(kind, place.position().file(), place.position().line(), note);
    }

    private static Effect effect(Keyword<?> keyword) {
        return switch (keyword.reload()) {
            case APPLIED -> Effect.HITLESS;
            case NEW_INSTANCE, NEW_KIND -> Effect.INSTANCE_RESTART;
            case NEEDS_RESTART -> Effect.GLOBAL_RESTART;
            case REFUSED -> Effect.REFUSED;
        };
    }
}
