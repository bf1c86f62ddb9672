package org.jkeepalived.netlink.message;

/** Told by {@link NetlinkSocket#collect} what became of the requests that were not carried out. */
public interface OutcomeListener {
    /**
     * One request was refused, not sent, or has an unknown outcome. Every request of a batch that is not told was
     * carried out. Comes at most once for a request, in the order of submission.
     *
     * @param batch what was submitted
     * @param index which of its requests
     * @param error why
     */
    void failed(RequestBatch batch, int index, NetlinkError error);
}
