package org.jkeepalived.netlink.message;

import java.util.Arrays;
import java.util.List;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;

/**
 * Requests that are made together, encoded in memory outside the heap when they are known: to submit them then costs
 * the system calls and nothing else, however often. Immutable but for the sequence numbers that {@link NetlinkSocket}
 * counts.
 *
 * <p>Only the last request of what one send(2) takes asks for an acknowledgement: refusals come without asking, and a
 * thousand acknowledgements would cost as much as a thousand addresses. That one per send, and not one per batch,
 * proves of a batch that could be sent in part only that the kernel has worked off that part.
 */
public final class RequestBatch {
    /** As much as one send takes without the kernel having to look for an unusually large buffer. */
    private static final int SEND_LIMIT = 32 << 10;
    /** More than most requests have. */
    private static final int USUAL_LENGTH = 160;
    private static final int NFNL_MSG_BATCH_BEGIN = 16;
    private static final int NFNL_MSG_BATCH_END = 17;

    private final List<Request> requests;
    private final boolean atomic;
    private final Memory memory;
    /** Where each message begins, and behind the last where it ends. */
    private final int[] offsets;
    /** Behind which message each send ends. */
    private final int[] sends;

    private RequestBatch(List<? extends Request> requests, int atomicSubsystem) {
        this.requests = List.copyOf(requests);
        this.atomic = atomicSubsystem != 0;
        MessageWriter writer = new MessageWriter(Math.max(1, requests.size()) * USUAL_LENGTH);
        offsets = new int[requests.size() + 2 * lead() + 1];
        int message = 0;
        if (atomic) {
            bracket(writer, NFNL_MSG_BATCH_BEGIN, atomicSubsystem);
            offsets[++message] = writer.length();
        }
        for (Request request : this.requests) {
            request.write(writer);
            offsets[++message] = writer.length();
        }
        if (atomic) {
            bracket(writer, NFNL_MSG_BATCH_END, atomicSubsystem);
            offsets[++message] = writer.length();
        }
        memory = Memory.allocate(Math.max(1, writer.length()));
        memory.copyFrom(0, writer.memory(), 0, writer.length());
        sends = divide();
        setFlags();
    }

    /** Requests of which each is carried out or refused for itself. */
    public static RequestBatch of(List<? extends Request> requests) {
        return new RequestBatch(requests, 0);
    }

    /**
     * Requests to nfnetlink of which all are carried out or none: where one is refused, every other one is told with
     * ECANCELED. They leave in one send, so that together they must fit into the socket's send buffer.
     *
     * @param subsystem NFNL_SUBSYS_*, to which all belong
     */
    public static RequestBatch atomic(int subsystem, List<? extends Request> requests) {
        return new RequestBatch(requests, subsystem);
    }

    private static void bracket(MessageWriter writer, int type, int subsystem) {
        Nfnetlink.begin(writer, type, Netlink.NLM_F_REQUEST, Linux.AF_UNSPEC, subsystem);
        writer.end();
    }

    private int[] divide() {
        if (requests.isEmpty()) {
            return new int[0];
        }
        int[] ends = new int[messages()];
        int count = 0;
        int from = 0;
        for (int message = 1; message < messages(); message++) {
            if (!atomic && offsets[message + 1] - offsets[from] > SEND_LIMIT) {
                ends[count++] = message;
                from = message;
            }
        }
        ends[count++] = messages();
        return Arrays.copyOf(ends, count);
    }

    private void setFlags() {
        for (int i = 0; i < requests.size(); i++) {
            addFlags(lead() + i, Netlink.NLM_F_REQUEST);
        }
        for (int end : sends) {
            // Of a transaction the last request, not its end: older kernels acknowledge no end.
            addFlags(end - 1 - lead(), Netlink.NLM_F_ACK);
        }
    }

    private void addFlags(int message, int flags) {
        int at = offsets[message] + Netlink.HEADER_FLAGS;
        memory.putShort(at, memory.getUnsignedShort(at) | flags);
    }

    public int size() {
        return requests.size();
    }

    boolean isAtomic() {
        return atomic;
    }

    /** How many messages stand before the first request. */
    int lead() {
        return atomic ? 1 : 0;
    }

    /** The requests and what brackets them. */
    int messages() {
        return offsets.length - 1;
    }

    boolean isAcknowledged(int message) {
        return (memory.getUnsignedShort(offsets[message] + Netlink.HEADER_FLAGS) & Netlink.NLM_F_ACK) != 0;
    }

    /** Numbers the messages from {@code first} on. */
    void number(int first) {
        for (int message = 0; message < messages(); message++) {
            memory.putInt(offsets[message] + Netlink.HEADER_SEQUENCE, first + message);
        }
    }

    int sends() {
        return sends.length;
    }

    /** Behind which message that send ends. */
    int sendEnd(int send) {
        return sends[send];
    }

    /** Sends that part; returns what send(2) returns, or the negated errno. */
    long send(Libc libc, int descriptor, int send) {
        int start = offsets[send == 0 ? 0 : sends[send - 1]];
        long sent = libc.send(descriptor, memory.address(start), offsets[sends[send]] - start, 0);
        memory.keepAlive();
        return sent;
    }
}
