package org.jkeepalived.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.host.Iproute2Table;

/** The list of facts about keepalived's keywords, and the files that its statements stand in. */
final class KeywordFacts {
    private static final String PLACEHOLDER = "%s";
    private static final String FOLDER = "@DIR@";

    private final List<KeywordFact> rows = new ArrayList<>();
    private final Map<String, List<String>> contexts = new LinkedHashMap<>();
    private final Set<String> paths = new LinkedHashSet<>();
    private final Path folder;

    /**
     * A statement in its file.
     *
     * @param text the file
     * @param line where the statement begins, from 1
     */
    record Placed(String text, int line) {}

    /**
     * Reads the list.
     *
     * @param folder an empty folder for the files that some statements name
     */
    KeywordFacts(Path folder) {
        this.folder = folder;
        try {
            writeFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        readContexts();
        readRows();
    }

    List<KeywordFact> rows() {
        return rows;
    }

    /** Every path, in the order of the list. */
    Set<String> paths() {
        return paths;
    }

    /** The statement in the file of that name. */
    Placed place(String context, String statement) {
        List<String> lines = contexts.get(context);
        if (lines == null) {
            throw new IllegalArgumentException("no context " + context);
        }
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean here = lines.get(i).strip().equals(PLACEHOLDER);
            if (here) {
                line = i + 1;
            }
            text.append(here ? statement : lines.get(i)).append('\n');
        }
        return new Placed(text.toString().replace(FOLDER, folder.toString()), line);
    }

    /** A message of the list as it is said about this run's folder. */
    String inFolder(String message) {
        return message.replace(FOLDER, folder.toString());
    }

    /** The machine on which the facts hold. */
    static FakeHost host() {
        FakeHost host = new FakeHost();
        host.interfaces.clear();
        host.interfaces.addAll(Set.of("lo", "eth0", "eth1", "ens33"));
        host.iproute2.put(Iproute2Table.GROUPS, Map.of("default", 0L));
        for (String directory : List.of("/tmp", "/run", "/run/netns/blue", "/etc/iproute2")) {
            host.directory(directory, 0755, 0, 0);
        }
        host.iproute2.put(Iproute2Table.GROUPS, Map.of("default", 0L));
        return host;
    }

    static LoadResult load(Placed file) {
        return ConfigLoader.loadText("test.conf", file.text(), LoadOptions.test(host()));
    }

    private void writeFiles() throws IOException {
        String empty = "global_defs {\n}\n";
        Files.writeString(folder.resolve("one.conf"), empty);
        Files.writeString(folder.resolve("two.conf"), empty);
        Files.writeString(folder.resolve("bad.conf"), "nonsense\n");
        Files.createDirectory(folder.resolve("directory"));
    }

    private void readContexts() {
        List<String> current = null;
        for (String line : lines("keyword-contexts.txt")) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                contexts.put(line.substring(1, line.indexOf(']')), current);
            } else if (current != null && !line.isBlank()) {
                current.add(line);
            }
        }
    }

    private void readRows() {
        List<String> lines = lines("keyword-facts.tsv");
        KeywordFact above = null;
        boolean headed = false;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("#")) {
                continue;
            }
            if (headed) {
                above = KeywordFact.parse(i + 1, lines.get(i), above);
                rows.add(above);
                paths.add(above.path());
            }
            headed = true;
        }
    }

    static List<String> lines(String resource) {
        try (InputStream in = KeywordFacts.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
