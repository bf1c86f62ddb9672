package org.jkeepalived.daemon.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The log's promises: order, form, no waiting, counted losses. */
class LogWriterTest {
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final List<String> datagrams = new ArrayList<>();

    private final class Recorder implements DatagramSink {
        @Override
        public boolean send(byte[] data, int length) {
            datagrams.add(new String(data, 0, length, StandardCharsets.UTF_8));
            return true;
        }

        @Override
        public void close() {
            datagrams.add("closed");
        }
    }

    private LogTargets console() {
        return new LogTargets(Optional.of(new PrintStream(console, true, StandardCharsets.UTF_8)), false,
                SyslogFacility.DAEMON, "", 7);
    }

    private static LogTargets syslog(SyslogFacility facility, String suffix) {
        return new LogTargets(Optional.empty(), true, facility, suffix, 7);
    }

    private List<String> consoleLines() {
        return console.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void consoleLinesHaveTheTimeInCsForm() {
        try (LogWriter log = LogWriter.start(console(), _ -> new Recorder(), 8)) {
            log.vrrp("(VI_1) Entering MASTER STATE");
        }
        assertTrue(consoleLines().getFirst()
                .matches(
                        "(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ 1-3][0-9] [0-9:]{8} 20[0-9]{2}: \\(VI_1\\) Entering MASTER STATE"),
                consoleLines()::toString);
        assertEquals(List.of(), datagrams);
    }

    @Test
    void theSuffixOfTheIdentCanChange() {
        try (LogWriter log = LogWriter.start(syslog(SyslogFacility.DAEMON, "_blue"), _ -> new Recorder(), 8)) {
            log.identSuffix("_blue_a");
            log.log(Ident.VRRP, Severity.INFO, "one");
        }
        assertTrue(datagrams.getFirst().contains(" Keepalived_vrrp_blue_a[7]: one"), datagrams::toString);
    }

    @Test
    void syslogLinesCarryFacilitySeverityIdentAndPid() {
        try (LogWriter log = LogWriter.start(syslog(SyslogFacility.LOCAL1, "_blue"), _ -> new Recorder(), 8)) {
            log.log(Ident.PARENT, Severity.INFO, "one");
            log.log(Ident.VRRP, Severity.ERROR, "two");
        }
        assertTrue(datagrams.getFirst().matches("<142>[A-Z][a-z]{2} [ 1-3][0-9] [0-9:]{8} Keepalived_blue\\[7\\]: one"),
                datagrams::toString);
        assertTrue(datagrams.get(1).matches("<139>.{15} Keepalived_vrrp_blue\\[7\\]: two"), datagrams::toString);
        assertEquals("closed", datagrams.getLast());
    }

    @Test
    void aRecordMayBecomeManyLinesAndItsFailureOne() {
        try (LogWriter log = LogWriter.start(console(), _ -> new Recorder(), 8)) {
            log.log(Ident.VRRP, Severity.INFO, lines -> IntStream.range(0, 3).forEach(i -> lines.line("line " + i)));
            log.log(Ident.VRRP, Severity.INFO, _ -> {
                throw new IllegalStateException("broken");
            });
            log.vrrp("after");
        }
        List<String> texts = consoleLines().stream().map(line -> line.substring(26)).toList();
        assertEquals(List.of("line 0", "line 1", "line 2",
                "A log line could not be written: java.lang.IllegalStateException: broken", "after"), texts);
    }

    @Test
    void whatDoesNotFitIsDroppedCountedAndReported() throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (LogWriter log = LogWriter.start(console(), _ -> new Recorder(), 4)) {
            log.log(Ident.VRRP, Severity.INFO, _ -> {
                writing.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            });
            writing.await();
            IntStream.range(0, 10).forEach(i -> log.vrrp("line " + i));
            assertEquals(6, log.droppedRecords());
            goOn.countDown();
        }
        List<String> texts = consoleLines().stream().map(line -> line.substring(26)).toList();
        assertEquals(List.of("line 0", "line 1", "line 2", "line 3", "The log could not keep up: 6 messages dropped"),
                texts);
    }

    @Test
    void aRestartedSystemLogIsFoundAgain() {
        List<Integer> opened = new ArrayList<>();
        DatagramSink.Opener opener = _ -> {
            opened.add(opened.size());
            return opened.size() > 1 ? new Recorder() : new DatagramSink() {
                @Override
                public boolean send(byte[] data, int length) throws IOException {
                    throw new IOException("connection refused");
                }

                @Override
                public void close() {
                    datagrams.add("old one closed");
                }
            };
        };
        try (LogWriter log = LogWriter.start(syslog(SyslogFacility.DAEMON, ""), opener, 8)) {
            log.vrrp("kept");
        }
        assertEquals(2, opened.size());
        assertEquals("old one closed", datagrams.getFirst());
        assertTrue(datagrams.get(1).endsWith(": kept"), datagrams::toString);
    }

    @Test
    void anAbsentSystemLogDoesNotDisturbTheConsole() {
        LogTargets both = new LogTargets(console().console(), true, SyslogFacility.DAEMON, "", 7);
        try (LogWriter log = LogWriter.start(both, _ -> {
            throw new IOException("no such file");
        }, 8)) {
            log.vrrp("one");
            log.vrrp("two");
        }
        assertEquals(2, consoleLines().size());
    }

    @Test
    void everyProducersLinesArriveInItsOrder() throws InterruptedException {
        int perThread = 2000;
        try (LogWriter log = LogWriter.start(console(), _ -> new Recorder(), 1 << 14)) {
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(thread -> Thread.ofPlatform()
                            .start(() -> IntStream.range(0, perThread).forEach(i -> log.vrrp(thread + " " + i))))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        int[] next = new int[4];
        for (String line : consoleLines()) {
            String[] words = line.substring(26).split(" ");
            assertEquals(next[Integer.parseInt(words[0])]++, Integer.parseInt(words[1]));
        }
        assertEquals(perThread, next[0]);
        assertEquals(perThread, next[3]);
    }

    @Test
    void loggingAllocatesNothingOnTheCallersThread() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        PrintStream nowhere = new PrintStream(ByteArrayOutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        LogTargets targets = new LogTargets(Optional.of(nowhere), false, SyslogFacility.DAEMON, "", 7);
        try (LogWriter log = LogWriter.start(targets, _ -> new Recorder(), 1 << 14)) {
            // The first rounds link the call sites; a promise for every record must hold in a later one.
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 10_000; i++) {
                    log.vrrp("measured");
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, least);
        }
    }
}
