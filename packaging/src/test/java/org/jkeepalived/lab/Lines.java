package org.jkeepalived.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The lines that a stream has delivered so far, read by a thread of its own until the stream ends. */
public final class Lines {
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    /** Reads {@code in}; {@code each} sees every line on the reader's thread. */
    public Lines(InputStream in, Consumer<String> each) {
        // A virtual thread would hold one of the few carriers while it waits for a line.
        reader = Thread.ofPlatform().daemon().start(() -> read(in, each));
    }

    public Lines(InputStream in) {
        this(in, line -> {
        });
    }

    private void read(InputStream in, Consumer<String> each) {
        try (var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line; (line = text.readLine()) != null;) {
                synchronized (lines) {
                    lines.add(line);
                }
                each.accept(line);
            }
        } catch (IOException _) {
            // The process was ended, which closes the stream under the reader.
        }
    }

    /** A copy of all lines so far. */
    public List<String> all() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Waits until the stream has ended and returns its text. */
    public String text() throws InterruptedException {
        reader.join();
        return String.join("\n", all()) + (all().isEmpty() ? "" : "\n");
    }
}
