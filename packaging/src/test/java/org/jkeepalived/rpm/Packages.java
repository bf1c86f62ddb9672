package org.jkeepalived.rpm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packages that the tests install, each built once a run: ours from the image, the others from specs among the resources. */
final class Packages {
    /** Where every package is, as a repository is laid out. */
    static final Path DIRECTORY = Path.of("target/rpm-test").toAbsolutePath();
    private static final Path IMAGE = Path.of(System.getProperty("jkeepalived.image", "target/image"));
    private static final long BUILD_LIMIT_MINUTES = 10;
    private static final Map<String, Path> BUILT = new ConcurrentHashMap<>();

    private Packages() {}

    /** The package that a release publishes. */
    static Path ours() {
        return BUILT.computeIfAbsent("ours", _ -> buildOurs());
    }

    /** The same with a higher release number, and less compressed. */
    static Path ourNext() {
        return BUILT.computeIfAbsent("next",
                _ -> buildOurs("--define", "released_again 2", "--define", "_binary_payload w1.zstdio"));
    }

    /** A distribution's keepalived. */
    static Path keepalived() {
        return BUILT.computeIfAbsent("keepalived", _ -> buildSpec("keepalived"));
    }

    /** What the base of Red Hat Enterprise Linux 9 provides. */
    static Path base() {
        return BUILT.computeIfAbsent("base",
                _ -> buildSpec("base", "--define", "name_of_base base", "--define", "coreutils_version 8.32"));
    }

    /** The same with the coreutils of Red Hat Enterprise Linux 8. */
    static Path olderBase() {
        return BUILT.computeIfAbsent("older-base",
                _ -> buildSpec("base", "--define", "name_of_base older-base", "--define", "coreutils_version 8.30"));
    }

    private static Path buildOurs(String... options) {
        var words = new ArrayList<>(List.of("src/main/rpm/build-rpm", IMAGE.toString(), DIRECTORY.toString()));
        words.addAll(List.of(options));
        return Path.of(run(words).strip());
    }

    private static Path buildSpec(String name, String... options) {
        Path top = DIRECTORY.resolveSibling("rpm-test-build").resolve(name + BUILT.size());
        var words = new ArrayList<>(List.of("rpmbuild", "-bb", "--quiet", "--define", "_topdir " + top, "--define",
                "_rpmdir " + top.resolve("out"), "--define", "_dbpath " + top.resolve("db"), "--define",
                "_build_id_links none"));
        words.addAll(List.of(options));
        words.add("src/test/resources/rpm/" + name + ".spec");
        run(words);
        try (Stream<Path> files = Files.walk(top.resolve("out"))) {
            Path built = files.filter(file -> file.toString().endsWith(".rpm")).findFirst().orElseThrow();
            Files.createDirectories(DIRECTORY);
            return Files.move(built, DIRECTORY.resolve(built.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program in the module's directory, fails when it does, and returns its standard output. */
    static String run(List<String> words) {
        try {
            Path errors = Files.createTempFile("errors", ".txt");
            Process process = new ProcessBuilder(words).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(BUILD_LIMIT_MINUTES, TimeUnit.MINUTES);
            String text = Files.readString(errors);
            Files.delete(errors);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(words + " failed\n" + output + text);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
