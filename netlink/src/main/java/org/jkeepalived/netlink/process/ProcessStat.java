package org.jkeepalived.netlink.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The numbers that the kernel tells about a process in one line.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public final class ProcessStat {
    /** When it started, in clock ticks after boot: with the number it names a process once and for all. */
    public static final int START_TIME = 22;
    /** Where its arguments begin in its memory; 0 for who may not know. */
    static final int ARGUMENTS_START = 48;
    /** Where its arguments end. */
    static final int ARGUMENTS_END = 49;

    /** The field that follows the name, which may hold blanks and parentheses. */
    private static final int FIRST_AFTER_NAME = 3;

    private final String[] afterName;

    private ProcessStat(String line) {
        afterName = line.substring(line.lastIndexOf(')') + 2).strip().split(" ");
    }

    /** Of the process that this is, as it is now. */
    public static ProcessStat self() throws IOException {
        return of(Files.readString(Path.of("/proc/self/stat"), StandardCharsets.ISO_8859_1));
    }

    /** @throws IOException where the line is none */
    static ProcessStat of(String line) throws IOException {
        if (line.lastIndexOf(')') < 0) {
            throw new IOException("no line of /proc/PID/stat: " + line);
        }
        return new ProcessStat(line);
    }

    /**
     * A field by its number in the manual page, from 4 on.
     *
     * @throws IOException where this kernel has no such field
     */
    public long field(int number) throws IOException {
        try {
            return Long.parseUnsignedLong(afterName[number - FIRST_AFTER_NAME]);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException("no field " + number + " in /proc/self/stat", e);
        }
    }
}
