package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jkeepalived.config.reference.KeywordTables;
import org.jkeepalived.config.reference.ManualPage;
import org.junit.jupiter.api.Test;

/** The documents that are generated from the declarations say what the declarations say. */
class ReferenceTest {
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void theTablesOfKeywordsAreNotStale() throws IOException {
        isFresh(DOCS.resolve("keywords.md"), KeywordTables.markdown());
    }

    @Test
    void theManualPageIsNotStale() throws IOException {
        isFresh(DOCS.resolve("man/keepalived.conf.5"), ManualPage.roff());
    }

    @Test
    void everyLineOfTheManualPageIsAMacroOrPlainText() {
        ManualPage.roff()
                .lines()
                .forEach(line -> assertTrue(line.matches("\\.(TH|SH|SS|TP|RS|RE|nf|fi|ft)( .*)?|[^.'].*"), line));
    }

    private static void isFresh(Path file, String generated) throws IOException {
        if (Boolean.getBoolean("jkeepalived.reference")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        assertEquals(generated, Files.readString(file),
                file + " is stale: run mvn -pl config-parser test -Djkeepalived.reference=true");
    }
}
