package org.jkeepalived.daemon.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jkeepalived.daemon.resource.Claim;
import org.jkeepalived.daemon.resource.Holdings;
import org.jkeepalived.daemon.resource.ResourceBatch;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.message.NetlinkError;
import org.jkeepalived.netlink.message.RequestBatch;
import org.jkeepalived.vrrp.Event;

/**
 * The requests of one turn to the kernel, and what became of each of them. What is refused comes back as an event of its resource; what could
 * not be deleted for want of memory is asked for again, at most {@value #DELETION_ATTEMPTS} times in all. The loop's thread owns it.
 */
public final class ResourceChanges {

    private static final int DELETION_ATTEMPTS = 3;
    /** As many batches as the netlink socket keeps in mind, less a few. */
    private static final int MAXIMUM_UNCOLLECTED = 60;

    private static final class Change {
        final int owner;
        final ResourceBatch batch;
        final boolean addition;
        final boolean confirm;
        final int attempt;
        /** Of each request that failed, by position; null while none has. */
        NetlinkError[] errors;

        Change(int owner, ResourceBatch batch, boolean addition, boolean confirm, int attempt) {
            this.owner = owner;
            this.batch = batch;
            this.addition = addition;
            this.confirm = confirm;
            this.attempt = attempt;
        }
    }

    private final KernelPort kernel;
    private final Holdings holdings;
    private final Consumer<Event> events;
    private BiConsumer<Claim, NetlinkError> leftBehind = (_, _) -> {
        // nobody asked
    };
    private Consumer<Event> staticEvents = _ -> {
        // there are no static objects
    };
    private boolean keep;
    private final List<Change> waiting = new ArrayList<>();
    private final List<Change> submitted = new ArrayList<>();

    /** @param events told what was refused, and what was installed where that was asked for */
    ResourceChanges(KernelPort kernel, Holdings holdings, Consumer<Event> events) {
        this.kernel = kernel;
        this.holdings = holdings;
        this.events = events;
    }

    /**
     * To be added.
     *
     * @param owner whose number the events carry
     * @param confirm whether each success is told
     */
    public void add(int owner, ResourceBatch batch, boolean confirm) {
        if (batch.claims().length > 0) {
            waiting.add(new Change(owner, batch, true, confirm, 1));
        }
    }

    /** Told what could not be deleted, and why. */
    public void onLeftBehind(BiConsumer<Claim, NetlinkError> listener) {
        leftBehind = listener;
    }

    /** Told of the events of static objects, which belong to no router. */
    public void onStatic(Consumer<Event> listener) {
        staticEvents = listener;
    }

    /** From now on nothing of a router is deleted ({@code -V}). */
    public void keep(boolean newKeep) {
        keep = newKeep;
    }

    /** To be deleted. */
    public void delete(int owner, ResourceBatch batch) {
        boolean kept = keep && owner != Claim.STATIC_OWNER;
        if (batch.claims().length > 0 && !kept) {
            waiting.add(new Change(owner, batch, false, false, 1));
        }
    }

    /** Removals first, so that what goes from one owner to another in a turn is there afterwards; an owner's own changes keep their order. */
    void submit() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Change> next = waiting.size() > 1 ? removalsFirst() : List.copyOf(waiting);
        waiting.clear();
        for (Change change : next) {
            if (submitted.size() == MAXIMUM_UNCOLLECTED) {
                settle();
            }
            submitted.add(change);
            kernel.submit(change.batch, change.addition);
        }
    }

    private List<Change> removalsFirst() {
        Set<Integer> adding = new HashSet<>();
        List<Change> ordered = new ArrayList<>(waiting.size());
        List<Change> then = new ArrayList<>();
        for (Change change : waiting) {
            if (!change.addition && !adding.contains(change.owner)) {
                ordered.add(change);
            } else {
                then.add(change);
                adding.add(change.owner);
            }
        }
        ordered.addAll(then);
        return ordered;
    }

    /** Learns what became of everything that was submitted; what is worth another attempt gets it, a bounded number of times. */
    void collect() {
        while (!submitted.isEmpty()) {
            settle();
            submit();
        }
    }

    private void settle() {
        kernel.collect(this::failed);
        List<Change> done = List.copyOf(submitted);
        submitted.clear();
        done.forEach(this::settle);
    }

    private void failed(RequestBatch batch, int index, NetlinkError error) {
        for (Change change : submitted) {
            if (change.batch.requests() == batch) {
                if (change.errors == null) {
                    change.errors = new NetlinkError[batch.size()];
                }
                change.errors[index] = error;
                return;
            }
        }
    }

    private void settle(Change change) {
        List<Claim> again = null;
        for (int i = 0; i < change.batch.claims().length; i++) {
            Claim claim = change.batch.claims()[i];
            NetlinkError error = change.errors == null ? null : change.errors[i];
            if (change.addition) {
                added(change, claim, error);
            } else if (error != null && isGone(error.errno())) {
                holdings.notRemoved(claim);
            } else if (error != null && !error.permanent() && change.attempt < DELETION_ATTEMPTS) {
                again = again == null ? new ArrayList<>() : again;
                again.add(claim);
            } else if (error != null) {
                holdings.stillThere(claim);
                leftBehind.accept(claim, error);
            }
        }
        if (again != null) {
            waiting.add(new Change(change.owner, ResourceBatch.deletions(again), false, false, change.attempt + 1));
        }
    }

    /** Whether what was to be deleted is not there. */
    private static boolean isGone(int errno) {
        return errno == Errno.ENOENT || errno == Errno.ESRCH || errno == Errno.EADDRNOTAVAIL || errno == Errno.ENODEV;
    }

    private void added(Change change, Claim claim, NetlinkError error) {
        if (error == null) {
            holdings.installed(claim);
        } else if (!holdings.refused(claim, error)) {
            if (error.unknown()) {
                holdings.uncertain(claim);
            }
            tell(change,
                    new Event.ResourceRefused(change.owner, claim.resource(), error.toString(), error.permanent()));
            return;
        }
        if (change.confirm) {
            tell(change, new Event.ResourceInstalled(change.owner, claim.resource()));
        }
    }

    private void tell(Change change, Event event) {
        (change.owner == Claim.STATIC_OWNER ? staticEvents : events).accept(event);
    }
}
