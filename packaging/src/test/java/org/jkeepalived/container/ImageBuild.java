package org.jkeepalived.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Builds the image under test as a release does. */
final class ImageBuild {
    private static final Path RUNTIME_IMAGE = Path.of(System.getProperty("jkeepalived.image")).toAbsolutePath();
    private static final Path TARGET = RUNTIME_IMAGE.resolveSibling("container");
    /** Kept from run to run: it takes half a minute and a mirror. */
    private static final Path BASE = TARGET.resolve("base.tar");
    private static final String PROGRAMS = RUNTIME_IMAGE.resolve("../../src/main/container").normalize() + "/";
    private static final long LIMIT_SECONDS = 300;

    private ImageBuild() {}

    /**
     * Builds the archive, and loads the image from it.
     *
     * @return the image's name
     * @throws EngineUnavailableException where no base can be made
     */
    static String run(URI engine) throws EngineUnavailableException {
        try {
            Files.createDirectories(TARGET);
            Path log = TARGET.resolve("build.log");
            if (!Files.exists(BASE) && execute(engine, log, PROGRAMS + "make-base", BASE.toString()) != 0) {
                throw new EngineUnavailableException(
                        "needs a Debian mirror for the image's base: " + Files.readAllLines(log).getLast());
            }
            must(engine, log, PROGRAMS + "build-container", RUNTIME_IMAGE.toString(), TARGET.toString(),
                    BASE.toString());
            String archive = Files.readAllLines(log).getLast();
            must(engine, log, "docker", "load", "--quiet", "--input", archive);
            return Files.readAllLines(log).getLast().replaceFirst("Loaded image: ", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void must(URI engine, Path log, String... words) throws IOException {
        int status = execute(engine, log, words);
        if (status != 0) {
            throw new AssertionError(List.of(words) + " ended with " + status + "\n" + Files.readString(log));
        }
    }

    private static int execute(URI engine, Path log, String... words) throws IOException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("DOCKER_HOST", engine.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + LIMIT_SECONDS + " s: " + List.of(words));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroy();
        }
    }
}
