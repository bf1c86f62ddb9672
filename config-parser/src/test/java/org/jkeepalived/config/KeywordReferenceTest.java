package org.jkeepalived.config;

import org.jkeepalived.config.bind.KeywordReference;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** docs/keywords.md says what the declarations say. */
class KeywordReferenceTest {
    @Test
    void theReferenceIsNotStale() throws IOException {
        Path reference = Path.of("..", "docs", "keywords.md");
        if (Boolean.getBoolean("jkeepalived.reference")) {
            Files.createDirectories(reference.getParent());
            Files.writeString(reference, KeywordReference.markdown());
        }
        assertEquals(KeywordReference.markdown(), Files.readString(reference),
                "docs/keywords.md is stale: run mvn -pl config-parser test -Djkeepalived.reference=true");
    }
}
