package org.jkeepalived.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two people who pack the same image get the same bytes. That they get the same image is shown by
 * {@code ./release --verify-reproducible}, which builds it twice.
 */
class ReproducibilityIT {
    private static final Path IMAGE = Path.of(System.getProperty("jkeepalived.image", "target/image"));
    private static final Map<String, String> COMMIT = Map.of("SOURCE_DATE_EPOCH", "1767225600");

    @TempDir
    private Path directory;

    private void assertSameBytes(String program, String packager, String... options) throws IOException {
        assumeTrue(Program.exists(program), "needs the program " + program);
        String words = Stream.of(options).map(option -> " '" + option + "'").reduce("", String::concat);
        Program.must(COMMIT,
                List.of("sh", "-ec", "umask 022; " + packager + " " + IMAGE + " " + directory + "/one" + words));
        // Modes that another umask left, today's time stamps, names in another order, another place.
        Program.must(COMMIT,
                List.of("sh", "-ec",
                        "umask 077; cp -R " + IMAGE + " " + directory + "/copy; mkdir " + directory
                                + "/scratch; export TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 TMPDIR=" + directory
                                + "/scratch; " + packager + " " + directory + "/copy " + directory + "/two" + words));
        List<Path> first = files("one");
        assertEquals(1, first.size());
        assertEquals(first.stream().map(Path::getFileName).toList(),
                files("two").stream().map(Path::getFileName).toList());
        assertEquals(-1, Files.mismatch(first.getFirst(), files("two").getFirst()), first + " differs from the second");
        assertEquals(0, files("scratch").size(), "left in the directory for temporary files");
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(name))) {
            return files.sorted().toList();
        }
    }

    @Test
    void theTarGzIsTheSame() throws IOException {
        assertSameBytes("tar", "src/main/tar/build-tar");
    }

    @Test
    void theRpmIsTheSame() throws IOException {
        assertSameBytes("rpmbuild", "src/main/rpm/build-rpm", "--define", "_binary_payload w1.zstdio");
    }

    @Test
    void theDebIsTheSame() throws IOException {
        assumeTrue(Files.exists(Path.of("src/main/deb/build-deb")), "there is no Debian package here");
        assertSameBytes("dpkg-deb", "src/main/deb/build-deb");
    }
}
