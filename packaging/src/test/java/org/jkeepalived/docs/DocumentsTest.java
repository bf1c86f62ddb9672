package org.jkeepalived.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every document of the project: its links lead somewhere, and the files that it names are there. */
class DocumentsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    /** A path into the checkout, as prose names it; one with an ellipsis or of what is built is none. */
    private static final Pattern OWN_PATH = Pattern.compile(
            "(?:\\./)?(?:docs|packaging|daemon|config-parser|vrrp-core|netlink|health-check|systemd|bench|build)/"
                    + "(?!target\\b|.*/target/|.*\\.\\.\\.)[\\w./-]+");
    /** Where the documents are installed. */
    private static final Pattern INSTALLED = Pattern.compile("/usr/share/doc/jkeepalived/([\\w./-]*[\\w-])");
    private static final String EXAMPLES = "packaging/src/main/package/examples";

    private static final List<Path> DOCUMENTS = new ArrayList<>();

    @BeforeAll
    static void findDocuments() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !PROJECT.relativize(file).toString().matches("(.*/)?(target|\\.[a-z]+)/.*"))
                    .forEach(DOCUMENTS::add);
        }
        assertFalse(DOCUMENTS.isEmpty());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String prose(Path document) {
        return FENCED.matcher(text(document)).replaceAll("");
    }

    /** As a browser of the repository makes it. */
    private static String anchor(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private static boolean hasAnchor(Path document, String anchor) {
        return HEADING.matcher(prose(document)).results().map(match -> anchor(match.group(1))).anyMatch(anchor::equals);
    }

    private static boolean leadsSomewhere(Path document, String link) {
        if (link.matches("[a-z]+:.*")) {
            return true;
        }
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? document : document.resolveSibling(path).normalize();
        return Files.exists(target) && (hash < 0 || hasAnchor(target, link.substring(hash + 1)));
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : DOCUMENTS) {
            LINK.matcher(CODE.matcher(prose(document)).replaceAll(""))
                    .results()
                    .map(match -> match.group(1))
                    .filter(link -> !leadsSomewhere(document, link))
                    .forEach(link -> broken.add(PROJECT.relativize(document) + ": " + link));
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void aDocumentNamesNoFileOfTheProjectThatIsNotThere() {
        List<String> missing = new ArrayList<>();
        for (Path document : DOCUMENTS) {
            for (MatchResult code : CODE.matcher(prose(document)).results().toList()) {
                Stream.of(code.group(1).split("\\s+"))
                        .filter(word -> OWN_PATH.matcher(word).matches())
                        .filter(word -> !Files.exists(PROJECT.resolve(word)))
                        .filter(word -> !Files.exists(document.resolveSibling(word)))
                        .forEach(word -> missing.add(PROJECT.relativize(document) + ": " + word));
            }
        }
        assertEquals(List.of(), missing);
    }

    /** Where an installed document comes from. */
    private static Path source(String installed) {
        return installed.startsWith("examples")
                ? PROJECT.resolve(EXAMPLES + installed.substring("examples".length()))
                : installed.startsWith("dropins")
                        ? PROJECT.resolve("systemd/" + installed)
                        : PROJECT.resolve("docs/" + installed);
    }

    @Test
    void aPlaceOfAnInstalledDocumentHasASource() throws IOException {
        List<String> missing = new ArrayList<>();
        List<Path> all = new ArrayList<>(DOCUMENTS);
        try (Stream<Path> pages = Files.list(PROJECT.resolve("docs/man"))) {
            pages.forEach(all::add);
        }
        for (Path document : all) {
            Matcher place = INSTALLED.matcher(text(document).replace("\\-", "-"));
            while (place.find()) {
                if (!Files.exists(source(place.group(1)))) {
                    missing.add(PROJECT.relativize(document) + ": " + place.group());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    /** Only what is in docs is installed; hacking.md is for those who have the sources. */
    @Test
    void whatAdministratorsReadLeadsToNothingThatIsNotInstalled() throws IOException {
        List<String> outside = new ArrayList<>();
        try (Stream<Path> files = Files.list(PROJECT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md") && !file.endsWith("hacking.md"))
                    .filter(file -> !file.endsWith("releasing.md"))
                    .forEach(file -> LINK.matcher(prose(file))
                            .results()
                            .map(match -> match.group(1))
                            .filter(link -> link.startsWith("../"))
                            .forEach(link -> outside.add(file.getFileName() + ": " + link)));
        }
        assertEquals(List.of(), outside);
    }

    @Test
    void everyDocumentIsInTheIndex() throws IOException {
        Path docs = PROJECT.resolve("docs");
        String index = text(docs.resolve("README.md"));
        try (Stream<Path> files = Files.list(docs)) {
            assertEquals(List.of(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                            .filter(name -> !index.contains("](" + name + ")"))
                            .sorted()
                            .toList());
        }
    }
}
