package org.jkeepalived.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jkeepalived.lab.Result;

/** Runs the packagers as a person does, in this module's directory. */
final class Program {
    private static final long LIMIT_MINUTES = 10;

    private Program() {}

    /** Runs a program to its end, whatever its exit status; standard error is in the output. */
    static Result run(Map<String, String> environment, List<String> words) {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + words);
            }
            return new Result(process.exitValue(), output, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a program and fails when it fails; returns its output. */
    static String must(Map<String, String> environment, List<String> words) {
        return run(environment, words).orFail(words.toString()).out();
    }

    static boolean exists(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
