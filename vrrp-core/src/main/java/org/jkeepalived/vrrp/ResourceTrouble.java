package org.jkeepalived.vrrp;

/** What ails one resource of a master, and what is remembered of it. */
final class ResourceTrouble {

    enum Stage {
        /** Gone; put back when due. */
        LOST,
        /** Gone; waits for an address of the host's own, or for a resource that does. Put back without it when due. */
        HELD,
        /** The kernel refused it; tried again when due. */
        REFUSED,
        /** The kernel has been asked again; its answer is awaited. */
        ASKED,
        /** The kernel refused it for good. */
        GIVEN_UP,
        /** There again; the trouble is remembered so that the next loss is answered more slowly. */
        RESTORED
    }

    final Resource resource;
    Stage stage = Stage.RESTORED;
    /** When something is to be done about it, {@link Long#MAX_VALUE} for never. */
    long dueNanos = Long.MAX_VALUE;
    long lostNanos;
    long restoredNanos;
    /** How far the next restoration is from the last one at least; 0 before the first. */
    long backOffNanos;
    /** How long the next retry after a refusal waits; 0 before the first. */
    long retryNanos;
    /** Whether it was said that it is held back. */
    boolean holdReported;

    ResourceTrouble(Resource resource) {
        this.resource = resource;
    }

    /** Whether the kernel is known not to have it. */
    boolean isAway() {
        return stage == Stage.LOST || stage == Stage.HELD || stage == Stage.REFUSED || stage == Stage.GIVEN_UP;
    }

    /** Whether it is away and will be tried again. */
    boolean isComing() {
        return isAway() && stage != Stage.GIVEN_UP;
    }
}
