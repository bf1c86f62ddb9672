package org.jkeepalived.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jkeepalived.lab.Resources;

/** The archive of the file tree that every host with systemd starts from, made when it is first asked for and kept in {@code target}. */
final class BaseTree {
    private static final String RECIPE = Resources.text("/hosts/make-base.sh");
    private static final Path FOLDER = Path.of(System.getProperty("jkeepalived.image", "target/image"))
            .toAbsolutePath()
            .normalize()
            .resolveSibling("hosts");
    private static final Optional<String> PROBLEM = make();

    private BaseTree() {}

    /** The folder that has the archive. */
    static Path folder() {
        return FOLDER;
    }

    /** Another recipe makes another archive. */
    static Path archive() {
        var sum = new CRC32();
        sum.update(RECIPE.getBytes(StandardCharsets.UTF_8));
        return FOLDER.resolve("base-%08x.tar".formatted(sum.getValue()));
    }

    /** Why there is no archive. */
    static Optional<String> problem() {
        return PROBLEM;
    }

    private static Optional<String> make() {
        if (Files.exists(archive())) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(FOLDER);
            // Whatever it mounts goes away with it.
            Process process = new ProcessBuilder(List.of("unshare", "--mount", "--propagation", "private", "bash", "-c",
                    RECIPE, "make-base.sh", archive().toString())).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0
                    ? Optional.empty()
                    : Optional.of(
                            "needs a Debian mirror: no file tree could be made to boot hosts from: " + output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
