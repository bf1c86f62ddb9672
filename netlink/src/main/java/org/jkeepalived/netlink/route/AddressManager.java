package org.jkeepalived.netlink.route;

import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.Sockets;

/**
 * Adds and deletes batches of addresses. The kernel works a request off before send(2) returns, so {@link #submit} takes
 * as long as the kernel needs and {@link #collect}, which reads the outcome, never waits; between the two the caller
 * announces the addresses. One thread uses it.
 */
public final class AddressManager implements AutoCloseable {
    /** What became of the requests that failed. */
    public interface Failures {
        /**
         * @param batch what was submitted
         * @param index which of its addresses
         * @param change what was to be done to it
         * @param errno {@link Errno#EEXIST} for an addition that was there already, {@link Errno#EADDRNOTAVAIL} for a
         *        deletion that was not, and so on
         * @param kernelText the kernel's explanation, empty where it gave none
         */
        void failed(AddressBatch batch, int index, Change change, int errno, String kernelText);
    }

    /** What to do with a batch. */
    public enum Change {
        ADD,
        DELETE
    }

    /** As much as one send takes without the kernel having to look for an unusually large buffer. */
    private static final int SEND_LIMIT = 32 << 10;
    private static final int RECEIVE_BUFFER = 8 << 20;
    private static final int SEND_BUFFER = 1 << 20;
    private static final int READ_SIZE = 32 << 10;
    private static final int MAXIMUM_PENDING = 64;
    private static final int IPV4_BITS = 32;

    private final Libc libc = Libc.get();
    private final int descriptor;
    private final Memory replies = Memory.allocate(READ_SIZE);
    private final AttributeReader attributes = new AttributeReader();
    private final AddressBatch[] pendingBatch = new AddressBatch[MAXIMUM_PENDING];
    private final Change[] pendingChange = new Change[MAXIMUM_PENDING];
    private final int[] pendingSequence = new int[MAXIMUM_PENDING];
    private int pending;
    private int nextSequence = 1;
    private int failures;

    private AddressManager(int descriptor) {
        this.descriptor = descriptor;
    }

    /** Changes need CAP_NET_ADMIN; opening does not. */
    public static AddressManager open() throws SystemCallException {
        int fd = Sockets.open(Linux.AF_NETLINK, Linux.SOCK_RAW, Rtnetlink.NETLINK_ROUTE, "addresses");
        Sockets.receiveBuffer(fd, RECEIVE_BUFFER);
        Sockets.sendBuffer(fd, SEND_BUFFER);
        Sockets.tryInt(fd, Rtnetlink.SOL_NETLINK, Rtnetlink.NETLINK_CAP_ACK, 1);
        Sockets.tryInt(fd, Rtnetlink.SOL_NETLINK, Rtnetlink.NETLINK_EXT_ACK, 1);
        return new AddressManager(fd);
    }

    /**
     * Finds out whether this process may change addresses, by a request that changes none.
     *
     * @throws SystemCallException with EPERM where it may not
     */
    public void checkPermission() throws SystemCallException {
        AddressSpec nowhere = new AddressSpec(Integer.MAX_VALUE, IpAddress.parse("127.0.0.1"), IPV4_BITS);
        int[] refusal = {submit(new AddressBatch(List.of(nowhere)), Change.DELETE)};
        collect((_, _, _, errno, _) -> refusal[0] = errno);
        if (refusal[0] == Errno.EPERM) {
            throw new SystemCallException("change addresses", "", refusal[0]);
        }
    }

    /**
     * Has the kernel carry out the batch. At most 64 batches may be uncollected.
     *
     * @return {@link Errno#NONE}, or the errno at which sending ended; {@link #collect} then reports what had been sent
     */
    public int submit(AddressBatch batch, Change change) {
        if (pending == MAXIMUM_PENDING) {
            throw new IllegalStateException(MAXIMUM_PENDING + " batches are uncollected");
        }
        if (batch.size() == 0) {
            return Errno.NONE;
        }
        boolean addition = change == Change.ADD;
        Memory requests = addition ? batch.additions : batch.deletions;
        int[] offsets = addition ? batch.additionOffsets : batch.deletionOffsets;
        for (int i = 0; i < batch.size(); i++) {
            requests.putInt(offsets[i] + Rtnetlink.HEADER_SEQUENCE, nextSequence + i);
        }
        pendingBatch[pending] = batch;
        pendingChange[pending] = change;
        pendingSequence[pending++] = nextSequence;
        nextSequence += batch.size();
        return send(requests, offsets);
    }

    private int send(Memory requests, int[] offsets) {
        int from = 0;
        int last = offsets.length - 1;
        while (from < last) {
            int to = from + 1;
            while (to < last && offsets[to + 1] - offsets[from] <= SEND_LIMIT) {
                to++;
            }
            long sent = libc.send(descriptor, requests.address(offsets[from]), offsets[to] - offsets[from], 0);
            if (sent == -Errno.EINTR) {
                continue;
            }
            if (Libc.failed(sent)) {
                return (int) -sent;
            }
            from = to;
        }
        return Errno.NONE;
    }

    /**
     * Reads the outcome of everything submitted since the last call.
     *
     * @return how many requests failed; each has been told to {@code listener}
     */
    public int collect(Failures listener) {
        failures = 0;
        long length = receive();
        while (!Libc.failed(length) || length == -Errno.EINTR || length == -Errno.ENOBUFS) {
            if (length > 0) {
                readReplies((int) length, listener);
            }
            length = receive();
        }
        for (int i = 0; i < pending; i++) {
            pendingBatch[i] = null;
        }
        pending = 0;
        return failures;
    }

    private long receive() {
        return libc.recv(descriptor, replies.address(), READ_SIZE, Linux.MSG_DONTWAIT);
    }

    private void readReplies(int length, Failures listener) {
        int offset = 0;
        while (length - offset >= Rtnetlink.HEADER) {
            int size = replies.getInt(offset);
            if (size < Rtnetlink.HEADER || size > length - offset) {
                return;
            }
            boolean error = replies.getUnsignedShort(offset + Rtnetlink.HEADER_TYPE) == Rtnetlink.NLMSG_ERROR;
            if (error && size >= Rtnetlink.HEADER + 4 && replies.getInt(offset + Rtnetlink.HEADER) != 0) {
                report(offset, size, listener);
            }
            offset += Rtnetlink.align(size);
        }
    }

    private void report(int offset, int size, Failures listener) {
        int sequence = replies.getInt(offset + Rtnetlink.HEADER_SEQUENCE);
        int errno = -replies.getInt(offset + Rtnetlink.HEADER);
        for (int i = pending - 1; i >= 0; i--) {
            int index = sequence - pendingSequence[i];
            if (index >= 0 && index < pendingBatch[i].size()) {
                failures++;
                listener.failed(pendingBatch[i], index, pendingChange[i], errno, kernelText(offset, size));
                return;
            }
        }
    }

    /** struct nlmsgerr is the errno, then the request or its header alone, then attributes. */
    private String kernelText(int offset, int size) {
        int flags = replies.getUnsignedShort(offset + Rtnetlink.HEADER_FLAGS);
        int original = offset + Rtnetlink.HEADER + 4;
        if ((flags & Rtnetlink.NLM_F_ACK_TLVS) == 0 || original + Rtnetlink.HEADER > offset + size) {
            return "";
        }
        boolean capped = (flags & Rtnetlink.NLM_F_CAPPED) != 0;
        int originalLength = capped ? Rtnetlink.HEADER : Rtnetlink.align(replies.getInt(original));
        attributes.reset(replies, original + originalLength, offset + size);
        while (attributes.next()) {
            if (attributes.type() == Rtnetlink.NLMSGERR_ATTR_MSG) {
                return attributes.stringValue();
            }
        }
        return "";
    }

    @Override
    public void close() {
        libc.close(descriptor);
    }
}
