package org.jkeepalived.netlink.message;

import java.util.BitSet;
import org.jkeepalived.netlink.Errno;

/**
 * What was submitted and not yet accounted for. The kernel works off what a send(2) brings before it returns, in order,
 * and queues a reply for each refusal and each acknowledgement that was asked for; so between two replies the requests
 * that got none were carried out, unless the kernel says that it had to drop replies.
 *
 * <p>Then a request without a reply of its own has an unknown outcome: the kernel drops whatever it cannot queue, be it
 * refusal or acknowledgement, and does not say from where on. It says so (ENOBUFS) before it hands out the replies that
 * it kept.
 */
final class PendingBatches {
    static final int LIMIT = 64;

    private final RequestBatch[] batches = new RequestBatch[LIMIT];
    private final int[] firstSequence = new int[LIMIT];
    /** How many of its messages were sent, and the errno of the send that failed. */
    private final int[] sent = new int[LIMIT];
    private final int[] sendErrno = new int[LIMIT];
    private int size;

    private OutcomeListener listener;
    private int lossErrno;
    private int told;
    /** The batch that replies have come to, and the first of its messages that is not accounted for. */
    private int current;
    private int cursor;
    /** Of an atomic batch: what was told so far, and what the others fail with; null while nothing has failed. */
    private BitSet toldOfCurrent;
    private NetlinkError errorOfOthers;

    boolean isFull() {
        return size == LIMIT;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(RequestBatch batch, int first, int messagesSent, int errno) {
        batches[size] = batch;
        firstSequence[size] = first;
        sent[size] = messagesSent;
        sendErrno[size++] = errno;
    }

    void begin(OutcomeListener newListener) {
        listener = newListener;
        lossErrno = Errno.NONE;
        told = 0;
        current = 0;
        cursor = 0;
        toldOfCurrent = null;
        errorOfOthers = null;
    }

    /** Replies have been lost. */
    void lost(int errno) {
        lossErrno = errno;
    }

    /** @param attributes for reading the explanation */
    void reply(MessageReader message, AttributeReader attributes) {
        int sequence = message.sequence();
        for (int i = current; i < size; i++) {
            int number = sequence - firstSequence[i];
            if (number < 0 || number >= sent[i]) {
                continue;
            }
            while (current < i) {
                complete();
            }
            if (number >= cursor) {
                silent(number);
                cursor = number + 1;
                if (message.errno() != Errno.NONE) {
                    refused(number, NetlinkError.read(message, attributes));
                }
            }
            return;
        }
    }

    /** Everything has been read; returns how many requests were told. */
    int end() {
        while (current < size) {
            complete();
        }
        for (int i = 0; i < size; i++) {
            batches[i] = null;
        }
        size = 0;
        listener = null;
        return told;
    }

    private void complete() {
        RequestBatch batch = batches[current];
        silent(sent[current]);
        for (int message = sent[current]; message < batch.messages(); message++) {
            tell(message, NetlinkError.of(sendErrno[current]));
        }
        if (errorOfOthers != null) {
            for (int message = 0; message < batch.messages(); message++) {
                if (!toldOfCurrent.get(message)) {
                    tell(message, errorOfOthers);
                }
            }
            errorOfOthers = null;
        }
        toldOfCurrent = null;
        current++;
        cursor = 0;
    }

    /** No reply came to the messages from the cursor to before {@code limit}. */
    private void silent(int limit) {
        RequestBatch batch = batches[current];
        int unknown = limit;
        if (lossErrno == Errno.NONE) {
            // An acknowledgement that did not come leaves open what was before it.
            while (unknown > cursor && !batch.isAcknowledged(unknown - 1)) {
                unknown--;
            }
        }
        // Of a transaction that has failed, nothing is open.
        if (unknown > cursor && errorOfOthers == null) {
            NetlinkError error = NetlinkError.unknown(lossErrno == Errno.NONE ? Errno.EPROTO : lossErrno);
            for (int message = cursor; message < unknown; message++) {
                tell(message, error);
            }
            errorOfOthers = batch.isAtomic() ? error : null;
        }
        cursor = limit;
    }

    private void refused(int message, NetlinkError error) {
        boolean wholeBatch = message < batches[current].lead();
        tell(message, error);
        if (batches[current].isAtomic() && (errorOfOthers == null || wholeBatch)) {
            errorOfOthers = wholeBatch ? error : NetlinkError.of(Errno.ECANCELED);
        }
    }

    private void tell(int message, NetlinkError error) {
        RequestBatch batch = batches[current];
        if (batch.isAtomic()) {
            toldOfCurrent = toldOfCurrent == null ? new BitSet() : toldOfCurrent;
            toldOfCurrent.set(message);
        }
        int index = message - batch.lead();
        if (index >= 0 && index < batch.size()) {
            told++;
            listener.failed(batch, index, error);
        }
    }
}
