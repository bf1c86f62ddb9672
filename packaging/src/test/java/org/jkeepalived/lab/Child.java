package org.jkeepalived.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A program that runs inside a host beside the test. */
public final class Child implements AutoCloseable {
    private final Host host;
    private final Process process;
    private final String pidInside;

    Child(Host host, Process process) {
        this.host = host;
        this.process = process;
        pidInside = firstLine(process.getInputStream());
    }

    private static String firstLine(InputStream in) {
        // Byte by byte: what follows the line may be binary and belongs to the caller.
        var line = new StringBuilder();
        try {
            for (int next; (next = in.read()) >= 0 && next != '\n';) {
                line.append((char) next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    /** Its process number inside of the host. */
    public String pid() {
        return pidInside;
    }

    public InputStream out() {
        return process.getInputStream();
    }

    public InputStream err() {
        return process.getErrorStream();
    }

    public OutputStream in() {
        return process.getOutputStream();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Sends a signal ({@code INT}) to the program. */
    public void signal(String signal) {
        host.run("kill", "-" + signal, pidInside);
    }

    /** Ends the program with SIGTERM and waits for it. */
    @Override
    public void close() {
        if (process.isAlive() && host.isUp()) {
            signal("TERM");
        }
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
