package org.jkeepalived.netlink.route;

import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.message.NetlinkError;
import org.jkeepalived.netlink.message.NetlinkSocket;
import org.jkeepalived.netlink.message.RequestBatch;

/** Adds and deletes batches of addresses by a {@link NetlinkSocket}. One thread uses it. */
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

    private static final int MAXIMUM_PENDING = 64;

    private final NetlinkSocket socket;
    private final AddressBatch[] pending = new AddressBatch[MAXIMUM_PENDING];
    private int size;

    private AddressManager(NetlinkSocket socket) {
        this.socket = socket;
    }

    public static AddressManager open() throws SystemCallException {
        return new AddressManager(NetlinkSocket.openRoute());
    }

    /** @see AddressMessages#checkPermission */
    public void checkPermission() throws SystemCallException {
        AddressMessages.checkPermission(socket);
    }

    /**
     * Has the kernel carry out the batch. At most 64 batches may be uncollected.
     *
     * @return {@link Errno#NONE}: what could not be sent is told by {@link #collect}
     */
    public int submit(AddressBatch batch, Change change) {
        socket.submit(change == Change.ADD ? batch.additions : batch.deletions);
        pending[size++] = batch;
        return Errno.NONE;
    }

    /**
     * Reads the outcome of everything submitted since the last call.
     *
     * @return how many requests failed; each has been told to {@code listener}
     */
    public int collect(Failures listener) {
        int failures = socket.collect((batch, index, error) -> tell(batch, index, error, listener));
        for (int i = 0; i < size; i++) {
            pending[i] = null;
        }
        size = 0;
        return failures;
    }

    private void tell(RequestBatch batch, int index, NetlinkError error, Failures listener) {
        for (int i = 0; i < size; i++) {
            if (pending[i].additions == batch || pending[i].deletions == batch) {
                Change change = pending[i].additions == batch ? Change.ADD : Change.DELETE;
                listener.failed(pending[i], index, change, error.errno(), error.kernelText());
                return;
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
