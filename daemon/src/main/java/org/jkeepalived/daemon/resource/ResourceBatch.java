package org.jkeepalived.daemon.resource;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.netlink.message.Request;
import org.jkeepalived.netlink.message.RequestBatch;

/**
 * Requests to the kernel and whose they are.
 *
 * @param requests in the order in which the kernel carries them out
 * @param claims of each request, in the same order
 */
public record ResourceBatch(RequestBatch requests, Claim[] claims) {
    /** @param addition whether to add or to delete */
    static ResourceBatch of(Claim[] claims, boolean addition) {
        List<Request> requests = new ArrayList<>(claims.length);
        for (Claim claim : claims) {
            requests.add(addition ? claim.entry().addition() : claim.entry().deletion());
        }
        return new ResourceBatch(RequestBatch.of(requests), claims);
    }

    /** The requests that delete these, in this order. */
    public static ResourceBatch deletions(List<Claim> claims) {
        return of(claims.toArray(Claim[]::new), false);
    }
}
