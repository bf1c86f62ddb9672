package org.jkeepalived.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end with a clean environment. */
final class Command {
    static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final long LIMIT_SECONDS = 60;

    private Command() {}

    static Process start(List<String> words) {
        var builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().put("PATH", PATH);
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("HOME", "/root");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Result run(List<String> words, byte[] input) {
        Process process = start(words);
        var out = new Lines(process.getInputStream());
        var err = new Lines(process.getErrorStream());
        try (var in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException _) {
            // The program did not read all of its input: its exit status tells.
        }
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + LIMIT_SECONDS + " s: " + words);
            }
            return new Result(process.exitValue(), out.text(), err.text());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        }
    }
}
