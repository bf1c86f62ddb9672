package org.jkeepalived.config.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the names that iproute2's files give to numbers: {@code rt_tables} and the like, and {@code *.conf} in {@code rt_tables.d} and the like. A file
 * is read once. Not thread-safe.
 */
public final class Iproute2Files {
    private static final List<String> USUAL_DISTRIBUTION = List.of("/usr/share/iproute2", "/usr/lib/iproute2");
    private static final String USUAL_ADMINISTRATOR = "/etc/iproute2";
    private static final Pattern LINE = Pattern
            .compile("\\s*(?:0[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}))\\s+(\\S+)\\s*(?:#.*)?");
    private static final int HEX = 16;

    private final Map<Path, Map<String, Long>> files = new HashMap<>();

    /** Reads nothing yet. */
    public Iproute2Files() {
        // a file is read when a name is asked for
    }

    /**
     * Where the files are searched, in order.
     *
     * @param distribution iproute_usr_dir, or null for the usual places
     * @param administrator iproute_etc_dir, or null for the usual place
     */
    public static List<String> directories(String distribution, String administrator) {
        List<String> all = new ArrayList<>(distribution == null ? USUAL_DISTRIBUTION : List.of(distribution));
        all.add(administrator == null ? USUAL_ADMINISTRATOR : administrator);
        return all;
    }

    /**
     * The number of a name.
     *
     * @param directories searched in this order
     */
    public OptionalLong number(Iproute2Table table, String name, List<String> directories) {
        for (String directory : directories) {
            for (Path file : filesOf(directory, table.fileName())) {
                Long number = files.computeIfAbsent(file, Iproute2Files::read).get(name);
                if (number != null) {
                    return OptionalLong.of(number);
                }
            }
        }
        Long number = table.builtIn().get(name);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static List<Path> filesOf(String directory, String fileName) {
        List<Path> found = new ArrayList<>();
        try {
            found.add(Path.of(directory, fileName));
            try (DirectoryStream<Path> parts = Files.newDirectoryStream(Path.of(directory, fileName + ".d"),
                    "*.conf")) {
                parts.forEach(found::add);
            }
        } catch (IOException | InvalidPathException e) {
            // no such directory: there are no parts
        }
        return found;
    }

    private static Map<String, Long> read(Path file) {
        Map<String, Long> names = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    names.putIfAbsent(matcher.group(3),
                            matcher.group(1) != null
                                    ? Long.parseLong(matcher.group(1), HEX)
                                    : Long.parseLong(matcher.group(2)));
                }
            }
        } catch (IOException e) {
            // a file that is not there names nothing
        }
        return names;
    }
}
