package org.jkeepalived.netlink.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jkeepalived.netlink.Namespaces;
import org.junit.jupiter.api.Test;

/** The arguments as others see them, in a process of its own. */
class ProcessTitleTest {

    /** Changes its title and prints what the kernel shows then. */
    static final class Scenario {
        public static void main(String[] arguments) throws IOException {
            ProcessTitle.set(List.of("/usr/sbin/keepalived", "--dont-fork", "", "grün"));
            byte[] shown = Files.readAllBytes(Path.of("/proc/self/cmdline"));
            System.out.println(new String(shown, StandardCharsets.UTF_8).replaceFirst("\0+$", "").replace('\0', '|'));
        }
    }

    @Test
    void theKernelShowsTheNewWordsAndNothingOfTheOldOnes() throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(Namespaces.jvm("-Dstdout.encoding=UTF-8"));
        command.add(Scenario.class.getName());
        assertEquals("/usr/sbin/keepalived|--dont-fork||grün\n", Namespaces.run(command));
    }

    @Test
    void whatHasNoRoomIsCutOffAndTheLastByteIsZero() {
        assertArrayEquals("ab\0c\0".getBytes(StandardCharsets.US_ASCII), ProcessTitle.bytes(List.of("ab", "cdef"), 5));
        assertArrayEquals("ab\0\0\0".getBytes(StandardCharsets.US_ASCII), ProcessTitle.bytes(List.of("ab"), 5));
    }

    @Test
    void fieldsAreCountedBehindANameWithBlanksAndParentheses() throws IOException {
        ProcessStat stat = ProcessStat.of("7 (a) b (c)) S 1 2 3 4 -1 6 7 8 9 10 11 12 13 14 15 16 17 18 1234 20\n");
        assertEquals(1234, stat.field(ProcessStat.START_TIME));
        assertThrows(IOException.class, () -> stat.field(ProcessStat.ARGUMENTS_START));
        assertThrows(IOException.class, () -> ProcessStat.of(""));
    }
}
