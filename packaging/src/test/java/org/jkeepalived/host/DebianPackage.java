package org.jkeepalived.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The project's Debian package, built when it is first asked for and when something that it is made of is newer. */
final class DebianPackage {
    static final String NAME = "jkeepalived";
    private static final Path IMAGE = Path.of(System.getProperty("jkeepalived.image", "target/image"))
            .toAbsolutePath()
            .normalize();
    private static final Path MODULE = IMAGE.getParent().getParent();
    private static final Path FOLDER = IMAGE.resolveSibling("packages");

    private static final Path CURRENT = build();
    private static final Path PREVIOUS = quick("0.0.1-1");

    private DebianPackage() {}

    /** The package of this build. */
    static Path current() {
        return CURRENT;
    }

    /** The same with a lower version number, not compressed and without an AOT cache: it is installed in a second. */
    static Path previous() {
        return PREVIOUS;
    }

    private static Path build() {
        try {
            Files.createDirectories(FOLDER);
            try (Stream<Path> files = Files.list(FOLDER)) {
                FileTime sources = newest(IMAGE, MODULE.resolve("src/main"), MODULE.resolveSibling("systemd"),
                        MODULE.resolveSibling("docs"));
                for (Path old : files.filter(file -> file.toString().endsWith(".deb")).toList()) {
                    if (Files.getLastModifiedTime(old).compareTo(sources) > 0
                            && !old.toString().contains("_0.0.1-1_")) {
                        return old;
                    }
                    Files.delete(old);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buildInto(FOLDER);
    }

    /** Builds the package anew. */
    static Path buildInto(Path folder) {
        String output = run(
                List.of(MODULE.resolve("src/main/deb/build-deb").toString(), IMAGE.toString(), folder.toString()));
        return Path.of(output.strip().lines().reduce((_, last) -> last).orElseThrow());
    }

    private static Path quick(String version) {
        Path made = FOLDER.resolve(CURRENT.getFileName().toString().replaceFirst("_[^_]*_", "_" + version + "_"));
        run(List.of("sh", "-ec", """
                tree=$(mktemp -d)
                trap 'rm -rf "$tree"' EXIT
                dpkg-deb -R "$1" "$tree"
                sed -i "s/^Version: .*/Version: $3/" "$tree/DEBIAN/control"
                printf '#!/bin/sh\\n' >"$tree/usr/lib/jkeepalived/lib/make-aot-cache"
                sed -i '\\|/make-aot-cache$|d' "$tree/DEBIAN/md5sums"
                dpkg-deb --root-owner-group -Znone -b "$tree" "$2"
                """, "sh", CURRENT.toString(), made.toString(), version));
        return made;
    }

    private static FileTime newest(Path... folders) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    newest = Stream.of(newest, Files.getLastModifiedTime(file))
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
                }
            }
        }
        return newest;
    }

    /** Runs a program of this machine and fails when it fails; returns all that it wrote. */
    static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + " ended with " + process.exitValue() + "\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
