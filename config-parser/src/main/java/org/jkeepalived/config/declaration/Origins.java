package org.jkeepalived.config.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.syntax.Statement;

/**
 * Where each value of each draft was written, and what it was before. One that does not record costs nothing: a start has no use for it. Not
 * thread-safe.
 */
public final class Origins {
    private final Map<Object, Trace> traces;
    private final boolean values;

    private Origins(Map<Object, Trace> traces, boolean values) {
        this.traces = traces;
        this.values = values;
    }

    /** Remembers places. */
    public static Origins recording() {
        return new Origins(new IdentityHashMap<>(), false);
    }

    /** Remembers places, the values that hold where nothing is written, and which statements changed one. */
    public static Origins recordingValues() {
        return new Origins(new IdentityHashMap<>(), true);
    }

    /** Remembers nothing. */
    public static Origins none() {
        return new Origins(null, false);
    }

    /** Whether it remembers values. */
    boolean recordsValues() {
        return values;
    }

    /** A draft that is empty as yet, or is filled further: what it shows the first time are the values that hold where nothing is written. */
    <D> void opened(D draft, Keywords<D> keywords, Place place) {
        if (traces == null) {
            return;
        }
        Trace trace = traces.computeIfAbsent(draft, _ -> new Trace());
        if (trace.opened == null) {
            trace.opened = place;
            if (values) {
                pristine(trace, keywords, draft);
            }
        }
    }

    /** A draft of a list of its own, with its entries. */
    void listed(Object draft, Statement block) {
        if (traces != null) {
            traces.computeIfAbsent(draft, _ -> new Trace()).opened = block.keyword().place();
            note(draft, "", block);
        }
    }

    private static <D> void pristine(Trace trace, Keywords<D> keywords, D draft) {
        for (Keyword<D> keyword : keywords.all()) {
            trace.pristine.put(keyword.name(), keyword.arguments(draft));
            if (keyword.body() instanceof Body.Same<D>(Keywords<D> inside)) {
                pristine(trace, inside, draft);
            }
        }
    }

    /** A statement that was accepted, or that changed the draft. */
    void note(Object draft, String keyword, Statement statement) {
        if (traces != null) {
            Written written = traces.computeIfAbsent(draft, _ -> new Trace()).written.computeIfAbsent(keyword,
                    _ -> new Written(new ArrayList<>(), new ArrayList<>()));
            written.statements.add(statement.keyword().place());
            statement.children().forEach(entry -> written.entries.add(entry.keyword().place()));
        }
    }

    /** What an entry of a list became, told apart by identity; {@link #of(Object)} then gives its place. */
    public void entry(Object entry, Word word) {
        if (traces != null) {
            traces.computeIfAbsent(entry, _ -> new Trace()).opened = word.place();
        }
    }

    /** Where the draft's first block begins, or null when there is none. */
    public Place of(Object draft) {
        Trace trace = traces == null ? null : traces.get(draft);
        return trace == null ? null : trace.opened;
    }

    /** The place of the keyword's last statement in the draft's blocks, or null when there was none. */
    public Place of(Object draft, String keyword) {
        Written written = written(draft, keyword);
        return written == null ? null : written.statements.getLast();
    }

    /** The places of the keyword's statements in the draft's blocks, in order; empty when there was none. */
    public List<Place> statements(Object draft, String keyword) {
        Written written = written(draft, keyword);
        return written == null ? List.of() : List.copyOf(written.statements);
    }

    /** The places of all entries of the keyword's lists, in order. */
    public List<Place> entries(Object draft, String keyword) {
        Written written = written(draft, keyword);
        return written == null ? List.of() : List.copyOf(written.entries);
    }

    private Written written(Object draft, String keyword) {
        Trace trace = traces == null ? null : traces.get(draft);
        return trace == null ? null : trace.written.get(keyword);
    }

    /** What the keyword showed before anything was written, or null for a draft that no block opened. */
    public List<String> pristine(Object draft, String keyword) {
        Trace trace = traces == null ? null : traces.get(draft);
        return trace == null ? null : trace.pristine.get(keyword);
    }

    private record Written(List<Place> statements, List<Place> entries) {}

    private static final class Trace {
        private Place opened;
        private final Map<String, List<String>> pristine = new HashMap<>();
        private final Map<String, Written> written = new HashMap<>();
    }
}
