package org.jkeepalived.config.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of iproute2's files. */
class Iproute2FilesTest {
    @TempDir
    Path directory;

    private OptionalLong number(Iproute2Table table, String name, Path... directories) {
        return new Iproute2Files().number(table, name, List.of(directories).stream().map(Path::toString).toList());
    }

    @Test
    void aLineIsANumberAndANameAndMayEndInAComment() throws IOException {
        Files.writeString(directory.resolve("rt_tables"),
                "#\n# reserved\n255\tlocal\n  0x4d mine \n78 two words\n79 noted # why\r\nbad line\n80 last");
        assertEquals(OptionalLong.of(0x4d), number(Iproute2Table.TABLES, "mine", directory));
        assertEquals(OptionalLong.of(79), number(Iproute2Table.TABLES, "noted", directory));
        assertEquals(OptionalLong.of(80), number(Iproute2Table.TABLES, "last", directory));
        assertEquals(OptionalLong.empty(), number(Iproute2Table.TABLES, "two", directory));
        assertEquals(OptionalLong.empty(), number(Iproute2Table.TABLES, "line", directory));
    }

    @Test
    void partsWithTheRightEndingAreReadToo() throws IOException {
        Path parts = Files.createDirectory(directory.resolve("rt_protos.d"));
        Files.writeString(parts.resolve("frr.conf"), "194 sharp\n");
        Files.writeString(parts.resolve("README"), "195 pbr\n");
        assertEquals(OptionalLong.of(194), number(Iproute2Table.PROTOCOLS, "sharp", directory));
        assertEquals(OptionalLong.empty(), number(Iproute2Table.PROTOCOLS, "pbr", directory));
    }

    @Test
    void theFirstDirectoryThatHasTheNameCounts() throws IOException {
        Path first = Files.createDirectory(directory.resolve("usr"));
        Path second = Files.createDirectory(directory.resolve("etc"));
        Files.writeString(first.resolve("group"), "1 both\n");
        Files.writeString(second.resolve("group"), "2 both\n3 one\n");
        assertEquals(OptionalLong.of(1), number(Iproute2Table.GROUPS, "both", first, second));
        assertEquals(OptionalLong.of(3), number(Iproute2Table.GROUPS, "one", first, second));
    }

    @Test
    void someNamesNeedNoFile() {
        Path missing = directory.resolve("missing");
        assertEquals(OptionalLong.of(254), number(Iproute2Table.TABLES, "main", missing));
        assertEquals(OptionalLong.of(253), number(Iproute2Table.SCOPES, "link", missing));
        assertEquals(OptionalLong.of(4), number(Iproute2Table.PROTOCOLS, "static", missing));
        assertEquals(OptionalLong.empty(), number(Iproute2Table.PROTOCOLS, "keepalived", missing));
        assertEquals(OptionalLong.empty(), number(Iproute2Table.REALMS, "cosmos", missing));
    }
}
