package org.jkeepalived.netlink.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.junit.jupiter.api.Test;

/** What {@link NetlinkSocket} tells of requests, whatever becomes of them and of their replies. */
class OutcomeTest {
    private static final Request SMALL = writer -> {
        writer.begin(24, 0);
        writer.appendZeros(12);
        writer.end();
    };
    /** Of these, three fit into one send. */
    private static final Request LARGE = writer -> {
        writer.begin(24, 0);
        writer.appendZeros(10_000);
        writer.end();
    };
    private static final long LOST = -Errno.ENOBUFS;
    private static final long NOTHING = -Errno.EAGAIN;

    private final FaultyLibc libc = new FaultyLibc();

    private static RequestBatch batch(Request request, int count) {
        return RequestBatch.of(Collections.nCopies(count, request));
    }

    /** A datagram with replies: sequence, errno, sequence, errno, … */
    private static byte[] replies(int... sequencesAndErrnos) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < sequencesAndErrnos.length; i += 2) {
            MessageWriter writer = new MessageWriter();
            writer.begin(Netlink.NLMSG_ERROR, Netlink.NLM_F_CAPPED);
            writer.sequence(sequencesAndErrnos[i]);
            writer.appendU32(-sequencesAndErrnos[i + 1]);
            writer.appendZeros(16);
            writer.end();
            all.writeBytes(MessageBytes.of(writer));
        }
        return all.toByteArray();
    }

    /** Submits the batches to a kernel that answers with what {@link #libc} has, and tells what is told. */
    private List<String> outcome(RequestBatch... batches) throws SystemCallException {
        List<String> told = new ArrayList<>();
        try (NetlinkSocket real = NetlinkSocket.openRoute()) {
            NetlinkSocket socket = libc.wrap(real);
            for (RequestBatch batch : batches) {
                socket.submit(batch);
            }
            int count = socket.collect((batch, index, error) -> told.add(List.of(batches).indexOf(batch) + "." + index
                    + " " + Errno.name(error.errno()) + (error.unknown() ? " unknown" : "")));
            assertEquals(told.size(), count);
            assertEquals(0, socket.collect((_, _, _) -> told.add("again")));
        }
        return told;
    }

    @Test
    void whatIsAcknowledgedIsNotTold() throws SystemCallException {
        libc.sends(FaultyLibc.SWALLOW).receives(replies(3, 0), NOTHING);
        assertEquals(List.of(), outcome(batch(SMALL, 3)));
        assertEquals(1, libc.sendCalls());
    }

    @Test
    void refusalsAreToldInTheOrderOfSubmission() throws SystemCallException {
        libc.sends(FaultyLibc.SWALLOW, FaultyLibc.SWALLOW)
                .receives(replies(2, Errno.EINVAL), replies(3, 0, 4, Errno.EEXIST, 5, Errno.ESRCH), NOTHING);
        assertEquals(List.of("0.1 EINVAL", "1.0 EEXIST", "1.1 ESRCH"), outcome(batch(SMALL, 3), batch(SMALL, 2)));
    }

    @Test
    void whatASendThatFailedDidNotBringIsToldAndNothingElse() throws SystemCallException {
        libc.sends(FaultyLibc.SWALLOW, LOST, FaultyLibc.SWALLOW)
                .receives(replies(2, Errno.EEXIST, 3, 0, 9, 0), NOTHING);
        assertEquals(List.of("0.1 EEXIST", "0.3 ENOBUFS", "0.4 ENOBUFS", "0.5 ENOBUFS", "0.6 ENOBUFS"),
                outcome(batch(LARGE, 7), batch(SMALL, 2)));
        assertEquals(3, libc.sendCalls());
    }

    @Test
    void aSendThatASignalInterruptedIsSentAgain() throws SystemCallException {
        libc.sends(-Errno.EINTR, FaultyLibc.SWALLOW).receives((long) -Errno.EINTR, replies(1, 0), NOTHING);
        assertEquals(List.of(), outcome(batch(SMALL, 1)));
    }

    @Test
    void whenRepliesAreLostWhatHasNoneIsUnknown() throws SystemCallException {
        libc.sends(FaultyLibc.SWALLOW, FaultyLibc.SWALLOW).receives(LOST, replies(2, Errno.EEXIST), NOTHING);
        assertEquals(List.of("0.0 ENOBUFS unknown", "0.1 EEXIST", "0.2 ENOBUFS unknown", "1.0 ENOBUFS unknown"),
                outcome(batch(SMALL, 3), batch(SMALL, 1)));
    }

    @Test
    void whatLacksItsAcknowledgementIsUnknown() throws SystemCallException {
        libc.sends(FaultyLibc.SWALLOW, FaultyLibc.SWALLOW, FaultyLibc.SWALLOW)
                .receives(replies(1, Errno.EINVAL), replies(7, 0), NOTHING);
        assertEquals(List.of("0.0 EINVAL", "0.1 EPROTO unknown", "0.2 EPROTO unknown", "1.0 EPROTO unknown",
                "1.1 EPROTO unknown", "1.2 EPROTO unknown"), outcome(batch(SMALL, 3), batch(LARGE, 4)));
    }

    @Test
    void whereNothingCanBeReadAllIsUnknown() throws SystemCallException {
        libc.sends(FaultyLibc.SWALLOW).receives((long) -Errno.EBADF);
        assertEquals(List.of("0.0 EBADF unknown", "0.1 EBADF unknown"), outcome(batch(SMALL, 2)));
    }

    @Test
    void repliesToNobodyAndTwiceToSomebodyAreLeftOut() throws SystemCallException {
        libc.sends(FaultyLibc.SWALLOW)
                .receives(replies(99, Errno.EINVAL, 2, Errno.EEXIST, 2, Errno.EEXIST, 1, Errno.EINVAL, 3, 0), NOTHING);
        assertEquals(List.of("0.1 EEXIST"), outcome(batch(SMALL, 3)));
    }

    @Test
    void aTransactionFailsAsAWhole() throws SystemCallException {
        RequestBatch atomic = RequestBatch.atomic(Nfnetlink.NFNL_SUBSYS_NFTABLES, List.of(SMALL, SMALL, SMALL));
        libc.sends(FaultyLibc.SWALLOW).receives(replies(3, Errno.ENOENT, 4, 0), NOTHING);
        assertEquals(List.of("0.1 ENOENT", "0.0 ECANCELED", "0.2 ECANCELED"), outcome(atomic));
        libc.sends(FaultyLibc.SWALLOW).receives(replies(1, Errno.EPERM), NOTHING);
        assertEquals(List.of("0.0 EPERM", "0.1 EPERM", "0.2 EPERM"), outcome(atomic));
        libc.sends(FaultyLibc.SWALLOW).receives(LOST, replies(4, 0), NOTHING);
        assertEquals(List.of("0.0 ENOBUFS unknown", "0.1 ENOBUFS unknown", "0.2 ENOBUFS unknown"), outcome(atomic));
        libc.sends((long) -Errno.EMSGSIZE).receives(NOTHING);
        assertEquals(List.of("0.0 EMSGSIZE", "0.1 EMSGSIZE", "0.2 EMSGSIZE"), outcome(atomic));
        libc.sends(FaultyLibc.SWALLOW, FaultyLibc.SWALLOW).receives(replies(4, 0), replies(6, 0), NOTHING);
        assertEquals(List.of(), outcome(atomic, batch(SMALL, 1)));
    }

    @Test
    void sixtyFourBatchesWaitAtMost() throws SystemCallException {
        try (NetlinkSocket real = NetlinkSocket.openRoute()) {
            long[] swallow = new long[64];
            Arrays.fill(swallow, FaultyLibc.SWALLOW);
            NetlinkSocket socket = libc.sends(swallow).wrap(real);
            RequestBatch batch = batch(SMALL, 1);
            for (int i = 0; i < 64; i++) {
                socket.submit(batch);
            }
            assertThrows(IllegalStateException.class, () -> socket.submit(batch));
            assertThrows(IllegalStateException.class, () -> socket.ask(SMALL, _ -> {}));
            assertEquals(64, socket.collect((_, _, _) -> {}));
        }
    }

    @Test
    void anEmptyBatchIsNothing() throws SystemCallException {
        assertEquals(List.of(), outcome(RequestBatch.of(List.of())));
        assertEquals(0, libc.sendCalls());
    }

    @Test
    void aBatchThatSucceedsAllocatesNothing() throws SystemCallException {
        // NLMSG_NOOP, which anybody may ask for and which does nothing.
        RequestBatch batch = batch(writer -> {
            writer.begin(1, 0);
            writer.appendZeros(600);
            writer.end();
        }, 100);
        assertEquals(2, batch.sends());
        OutcomeListener nobody = (_, _, error) -> {
            throw new AssertionError(error);
        };
        long allocated = Long.MAX_VALUE;
        try (NetlinkSocket socket = NetlinkSocket.openRoute()) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            for (int round = 0; round < 50; round++) {
                threads.getCurrentThreadAllocatedBytes();
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 10; i++) {
                    socket.submit(batch);
                    socket.submit(batch);
                    assertEquals(0, socket.collect(nobody));
                }
                allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
            }
        }
        assertEquals(0, allocated);
    }
}
