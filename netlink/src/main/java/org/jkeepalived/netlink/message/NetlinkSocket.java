package org.jkeepalived.netlink.message;

import java.util.List;
import java.util.function.Consumer;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Sockets;

/**
 * Asks the kernel for changes, in batches, and tells which requests it did not carry out. The kernel works requests off
 * before send(2) returns, so {@link #submit} takes as long as the kernel needs and {@link #collect}, which reads the
 * outcome, never waits; between the two the caller does what is urgent. A batch that succeeds allocates nothing. One
 * thread uses it. Changes need CAP_NET_ADMIN; opening does not.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/netlink.7.html">netlink(7)</a>
 */
public final class NetlinkSocket implements AutoCloseable {
    private static final int RECEIVE_BUFFER = 8 << 20;
    private static final int SEND_BUFFER = 1 << 20;
    /** No datagram of the kernel's is longer. */
    private static final int READ_SIZE = 32 << 10;

    private final Libc libc;
    private final int descriptor;
    private final String name;
    private final MessageReader replies = new MessageReader(READ_SIZE);
    private final AttributeReader attributes = new AttributeReader();
    private final PendingBatches pending = new PendingBatches();
    private int nextSequence = 1;

    NetlinkSocket(Libc libc, int descriptor, String name) {
        this.libc = libc;
        this.descriptor = descriptor;
        this.name = name;
    }

    /** For addresses, links, routes and rules. */
    public static NetlinkSocket openRoute() throws SystemCallException {
        return open(Netlink.NETLINK_ROUTE, "rtnetlink");
    }

    /** For families that {@link GenericNetlink} finds. */
    public static NetlinkSocket openGeneric() throws SystemCallException {
        return open(Netlink.NETLINK_GENERIC, "generic netlink");
    }

    /** For netfilter's subsystems: {@link Nfnetlink}. */
    public static NetlinkSocket openNetfilter() throws SystemCallException {
        return open(Netlink.NETLINK_NETFILTER, "nfnetlink");
    }

    /**
     * In the network namespace of the calling thread.
     *
     * @param protocol NETLINK_*
     * @param name what exceptions call it
     */
    public static NetlinkSocket open(int protocol, String name) throws SystemCallException {
        int fd = Sockets.open(Linux.AF_NETLINK, Linux.SOCK_RAW, protocol, name);
        Sockets.receiveBuffer(fd, RECEIVE_BUFFER);
        Sockets.sendBuffer(fd, SEND_BUFFER);
        Sockets.tryInt(fd, Netlink.SOL_NETLINK, Netlink.NETLINK_CAP_ACK, 1);
        Sockets.tryInt(fd, Netlink.SOL_NETLINK, Netlink.NETLINK_EXT_ACK, 1);
        return new NetlinkSocket(Libc.get(), fd, name);
    }

    int descriptor() {
        return descriptor;
    }

    /**
     * Has the kernel carry out the batch. Where sending ends before its end, {@link #collect} tells so of every request
     * that was not sent.
     *
     * @throws IllegalStateException where 64 batches are uncollected
     */
    public void submit(RequestBatch batch) {
        if (pending.isFull()) {
            throw new IllegalStateException(PendingBatches.LIMIT + " batches are uncollected");
        }
        int first = nextSequence;
        nextSequence += batch.messages();
        batch.number(first);
        int sent = 0;
        int send = 0;
        int errno = Errno.NONE;
        while (send < batch.sends() && errno == Errno.NONE) {
            long result = batch.send(libc, descriptor, send);
            if (!Libc.failed(result)) {
                sent = batch.sendEnd(send++);
            } else if (result != -Errno.EINTR) {
                errno = (int) -result;
            }
        }
        pending.add(batch, first, sent, errno);
    }

    /**
     * Reads the outcome of everything submitted since the last call.
     *
     * @param listener is told each of them, and must not submit
     * @return how many requests were not carried out, or perhaps not
     */
    public int collect(OutcomeListener listener) {
        pending.begin(listener);
        boolean more = !pending.isEmpty();
        while (more) {
            long length = replies.receive(libc, descriptor);
            if (length == -Errno.EAGAIN) {
                more = false;
            } else if (Libc.failed(length) && length != -Errno.EINTR) {
                pending.lost((int) -length);
                // After any other error nothing more would come.
                more = length == -Errno.ENOBUFS;
            }
            while (replies.next()) {
                if (replies.type() == Netlink.NLMSG_ERROR) {
                    pending.reply(replies, attributes);
                }
            }
        }
        return pending.end();
    }

    /**
     * Asks a question and hands over every message of the answer, which is ready as fast as it is read, so that this is
     * not a wait: one object, or all where the request has NLM_F_DUMP.
     *
     * @param answer is handed the reader, standing at a message
     * @throws SystemCallException where the kernel refuses; with EINTR where what was told changed meanwhile, so that
     *         it has to be asked again; with EAGAIN where the answer is lost
     * @throws IllegalStateException where batches are uncollected
     */
    public void ask(Request request, Consumer<MessageReader> answer) throws SystemCallException {
        if (!pending.isEmpty()) {
            throw new IllegalStateException("batches are uncollected");
        }
        RequestBatch question = RequestBatch.of(List.of(request));
        int sequence = nextSequence++;
        question.number(sequence);
        Sockets.check("send", name, question.send(libc, descriptor, 0));
        boolean ended = false;
        boolean interrupted = false;
        while (!ended) {
            long length = replies.receive(libc, descriptor);
            if (length != -Errno.EINTR) {
                Sockets.check("recv", name, length);
            }
            while (replies.next()) {
                // What an answer that was not read to its end has left behind belongs to another question.
                if (replies.sequence() == sequence) {
                    interrupted |= (replies.flags() & Netlink.NLM_F_DUMP_INTERRUPTED) != 0;
                    if (isAnswer()) {
                        answer.accept(replies);
                    } else {
                        ended = true;
                    }
                }
            }
        }
        if (interrupted) {
            throw new SystemCallException("ask", name, Errno.EINTR);
        }
    }

    /** Whether it is no end of an answer; an end that is a refusal is thrown. */
    private boolean isAnswer() throws SystemCallException {
        if (replies.type() != Netlink.NLMSG_ERROR && replies.type() != Netlink.NLMSG_DONE) {
            return true;
        }
        if (replies.errno() != Errno.NONE) {
            NetlinkError error = NetlinkError.read(replies, attributes);
            throw new SystemCallException("ask", name, error.errno(), error.kernelText());
        }
        return false;
    }

    @Override
    public void close() {
        libc.close(descriptor);
    }
}
