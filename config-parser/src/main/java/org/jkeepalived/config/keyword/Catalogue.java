package org.jkeepalived.config.keyword;

import org.jkeepalived.config.tree.Grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of keepalived 2.4.3 that are known and not supported yet, from the resource {@code known-keywords.txt}: one name per line, indented by
 * one tab below its block. A name ends in {@code {}} when it opens a block, in {@code []} when it opens a list, in {@code =} when it needs a value.
 */
public final class Catalogue {
    private static final String RESOURCE = "known-keywords.txt";

    private Catalogue() {}

    /** Adds every name of the resource that is not declared. */
    public static void addTo(Grammar language) {
        List<Grammar> path = new ArrayList<>(List.of(language));
        try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                int depth = 0;
                while (line.charAt(depth) == '\t') {
                    depth++;
                }
                while (path.size() > depth + 1) {
                    path.removeLast();
                }
                path.add(path.getLast().add(node(line.substring(depth))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Grammar node(String entry) {
        String name = entry;
        Grammar.Kind kind = Grammar.Kind.LINE;
        boolean required = name.endsWith("=");
        if (required) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.endsWith("{}") || name.endsWith("[]")) {
            kind = name.endsWith("{}") ? Grammar.Kind.BLOCK : Grammar.Kind.LIST;
            name = name.substring(0, name.length() - 2);
        }
        return new Grammar(name, kind, required, false);
    }
}
