package org.jkeepalived.config.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;

/** The numbers of IP protocols, from protocols(5). */
public final class EtcProtocols {
    private static final Path FILE = Path.of("/etc/protocols");

    private EtcProtocols() {}

    /** The number of a name or alias; empty where the file has none. */
    public static OptionalInt number(String name) {
        try {
            for (String line : Files.readAllLines(FILE, StandardCharsets.ISO_8859_1)) {
                String[] words = line.split("#", 2)[0].strip().split("\\s+");
                boolean named = words.length > 1
                        && (words[0].equals(name) || Arrays.asList(words).subList(2, words.length).contains(name));
                if (named) {
                    return OptionalInt.of(Integer.parseInt(words[1]));
                }
            }
        } catch (IOException | NumberFormatException e) {
            // without a file that can be read no name is known
        }
        return OptionalInt.empty();
    }
}
