package org.jkeepalived.daemon.snapshot;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that keepalived 2.2.7 wrote, and those that it read. */
public final class DumpResources {
    private DumpResources() {}

    /** The text of one of them. */
    public static String text(String name) {
        try (var in = DumpResources.class.getResourceAsStream("/dump/" + name)) {
            assertNotNull(in, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
