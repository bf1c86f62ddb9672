package org.jkeepalived.netlink.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.NativeText;

/**
 * The command line that ps(1), pidof(1) and {@code /proc/PID/cmdline} show of this process. The kernel reads it from where it put the
 * arguments in the process's own memory at its start, so writing there changes it.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_cmdline.5.html">proc_pid_cmdline(5)</a>
 */
public final class ProcessTitle {
    /** prctl(2): PR_SET_MM moves a limit of the memory map. */
    private static final int PR_SET_MM = 35;
    private static final int PR_SET_MM_ARG_END = 9;

    private ProcessTitle() {}

    /**
     * Shows these words instead of the arguments that the process was started with; what has no room there is cut off.
     *
     * @param words the first is the program's name
     * @throws IOException where the kernel does not tell where the arguments are
     */
    public static void set(List<String> words) throws IOException {
        ProcessStat stat = ProcessStat.self();
        long start = stat.field(ProcessStat.ARGUMENTS_START);
        long end = stat.field(ProcessStat.ARGUMENTS_END);
        if (start == Memory.NULL || end <= start) {
            throw new IOException("the arguments are nowhere");
        }
        byte[] room = bytes(words, Math.toIntExact(end - start));
        Memory.overwrite(start, room);
        // Without CAP_SYS_RESOURCE zeros follow the last word, which ps(1) leaves out.
        Libc.get().prctl(PR_SET_MM, PR_SET_MM_ARG_END, start + length(room), 0, 0);
    }

    /** Each word with a zero behind it, cut off or filled up with zeros; the last byte is one, or the kernel would read on. */
    static byte[] bytes(List<String> words, int size) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String word : words) {
            all.writeBytes(NativeText.bytes(word));
            all.write(0);
        }
        byte[] room = Arrays.copyOf(all.toByteArray(), size);
        room[size - 1] = 0;
        return room;
    }

    /** Up to the last zero that ends a word. */
    private static int length(byte[] room) {
        int length = room.length;
        while (length > 1 && room[length - 1] == 0 && room[length - 2] == 0) {
            length--;
        }
        return length;
    }
}
