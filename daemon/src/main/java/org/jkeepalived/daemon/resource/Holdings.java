package org.jkeepalived.daemon.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.message.NetlinkError;

/**
 * Who holds what in the kernel. What two hold goes when the last one lets go; what was there before this process is not removed by it; what
 * disappears although somebody holds it is lost. The loop's thread owns it.
 */
public final class Holdings {

    /** Told what this process has added and removed, for the record that survives a crash. On the loop's thread. */
    public interface Listener {
        /** @param entry what is there now and was not before */
        void added(KernelEntry entry);

        /** @param entry what is there no more */
        void removed(KernelEntry entry);
    }

    private static final Listener NOBODY = new Listener() {
        @Override
        public void added(KernelEntry entry) {
            // no record is kept
        }

        @Override
        public void removed(KernelEntry entry) {
            // no record is kept
        }
    };

    private final Map<Object, Holding> holdings = new HashMap<>();
    private Listener listener = NOBODY;
    private Predicate<Object> present = _ -> false;
    private int generation;

    /** What anybody claims or this process has added. */
    public Set<Object> keys() {
        return Collections.unmodifiableSet(holdings.keySet());
    }

    /** Grows when {@link #keys} may have changed. */
    public int generation() {
        return generation;
    }

    /** From now on changes are told. */
    public void listen(Listener newListener) {
        listener = newListener;
    }

    /** @param newPresent whether the kernel had told of it before the requests of this turn */
    public void presence(Predicate<Object> newPresent) {
        present = newPresent;
    }

    /** Makes a claim known. */
    public void register(Claim claim) {
        Holding holding = holdings.computeIfAbsent(claim.entry().key(), Holding::new);
        holding.claims.add(claim);
        claim.holding = holding;
        generation++;
    }

    /** Forgets a claim; to be called when it is not held any more, or its place is taken by {@code successor}. */
    public void forget(Claim claim, Claim successor) {
        if (claim.holding == null) {
            return;
        }
        if (successor != null && successor.holding == claim.holding) {
            successor.held |= claim.held;
        }
        claim.holding.claims.remove(claim);
        drop(claim.holding);
        claim.holding = null;
        claim.held = false;
    }

    private void drop(Holding holding) {
        if (holding.claims.isEmpty() && !holding.ours && holding.removalsUnderWay == 0) {
            holdings.remove(holding.key);
            generation++;
        }
    }

    /** The kernel has it now because this claim asked for it. */
    public void installed(Claim claim) {
        if (claim.holding == null) {
            return;
        }
        claim.held = true;
        if (!claim.holding.ours) {
            claim.holding.ours = true;
            listener.added(claim.entry());
        }
    }

    /**
     * The kernel would not add it for this claim.
     *
     * @return whether it is there all the same, so that nothing is missing
     */
    public boolean refused(Claim claim, NetlinkError error) {
        if (error.errno() != Errno.EEXIST) {
            return false;
        }
        claim.held = true;
        if (claim.entry().marked() && claim.holding != null && !claim.holding.ours) {
            claim.holding.ours = true;
            listener.added(claim.entry());
        }
        return true;
    }

    /**
     * Whether the kernel has added it for this claim is not known, its answer is lost. If it is there and was not before, this process has brought
     * it and takes it away.
     */
    public void uncertain(Claim claim) {
        Holding holding = claim.holding;
        if (holding == null) {
            return;
        }
        claim.held = true;
        if (!holding.ours && !present.test(holding.key)) {
            holding.ours = true;
            listener.added(claim.entry());
        }
    }

    /** The owner lets go. Returns whether the kernel has to be asked to remove it: nobody else holds it, and this process has added it. */
    public boolean release(Claim claim) {
        boolean held = claim.held;
        claim.held = false;
        Holding holding = claim.holding;
        if (!held || holding == null || !holding.ours || holding.held()) {
            return false;
        }
        removing(holding, claim);
        return true;
    }

    /** Something that nobody holds is taken away all the same: an earlier run left it. */
    public void removeLeftover(Claim claim) {
        if (claim.holding != null) {
            removing(claim.holding, claim);
        }
    }

    private void removing(Holding holding, Claim claim) {
        if (holding.ours) {
            holding.ours = false;
            listener.removed(claim.entry());
        }
        if (claim.entry().heard()) {
            holding.removalsUnderWay++;
        }
    }

    /** The kernel would not remove it: it was gone already, and no news of its end will come. */
    public void notRemoved(Claim claim) {
        Holding holding = claim.holding;
        if (holding != null && holding.removalsUnderWay > 0) {
            holding.removalsUnderWay--;
            drop(holding);
        }
    }

    /** It could not be removed: this process answers for it still, and the record keeps it. */
    public void stillThere(Claim claim) {
        Holding holding = claim.holding;
        if (holding != null) {
            holding.removalsUnderWay = Math.max(0, holding.removalsUnderWay - 1);
            if (!holding.ours) {
                holding.ours = true;
                listener.added(claim.entry());
            }
        }
    }

    /**
     * The kernel says that it is gone.
     *
     * @return the claims that have lost it; empty when this process had asked for that, or nobody held it
     */
    public List<Claim> gone(Object key) {
        Holding holding = holdings.get(key);
        if (holding == null) {
            return List.of();
        }
        if (holding.removalsUnderWay > 0) {
            holding.removalsUnderWay--;
            drop(holding);
            return List.of();
        }
        return lost(holding);
    }

    private List<Claim> lost(Holding holding) {
        if (!holding.held()) {
            return List.of();
        }
        List<Claim> losers = new ArrayList<>(holding.claims.size());
        for (Claim claim : holding.claims) {
            if (claim.held) {
                losers.add(claim);
            }
        }
        if (holding.ours) {
            holding.ours = false;
            listener.removed(losers.getFirst().entry());
        }
        return losers;
    }

    /** Whether this process has put it there. */
    public boolean isOurs(Object key) {
        Holding holding = holdings.get(key);
        return holding != null && (holding.ours || holding.removalsUnderWay > 0);
    }

    /** What the kernel has now. */
    @FunctionalInterface
    public interface Presence {
        /** Whether the kernel has the thing of this key; null when that is not known. */
        Boolean has(Object key);
    }

    /** News may have been lost: compares with what should be there, and starts counting removals anew. Returns the claims that lost something. */
    public List<Claim> compare(Presence kernel) {
        List<Claim> losers = new ArrayList<>();
        for (Holding holding : List.copyOf(holdings.values())) {
            Boolean present = kernel.has(holding.key);
            if (present != null) {
                holding.removalsUnderWay = 0;
                if (!present) {
                    losers.addAll(lost(holding));
                }
                drop(holding);
            }
        }
        return losers;
    }

    /** What is left of an interface that is gone is gone, too. */
    public void interfaceGone(int interfaceIndex) {
        for (Holding holding : List.copyOf(holdings.values())) {
            if (holding.key instanceof AddressKey key && key.interfaceIndex() == interfaceIndex) {
                holding.removalsUnderWay = 0;
                if (holding.ours && !holding.claims.isEmpty()) {
                    listener.removed(holding.claims.getFirst().entry());
                }
                holding.ours = false;
                drop(holding);
            }
        }
    }
}
