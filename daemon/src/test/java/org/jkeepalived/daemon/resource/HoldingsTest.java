package org.jkeepalived.daemon.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.message.NetlinkError;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.ResourceKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who holds what in the kernel. */
class HoldingsTest {
    private static final AddressKey KEY = new AddressKey(2, IpAddress.parse("192.0.2.100"));
    private static final NetlinkError EXISTS = new NetlinkError(Errno.EEXIST, "", -1, false);

    /** A thing of the kernel that only this test knows. */
    private record Thing(String text) implements KernelObject {
        @Override
        public ResourceKind kind() {
            return ResourceKind.ADDRESS;
        }

        @Override
        public String interfaceName() {
            return "eth0";
        }

        @Override
        public KernelEntry prepare(Interfaces interfaces) {
            return entry(false);
        }
    }

    private final Holdings holdings = new Holdings();
    private final List<String> record = new ArrayList<>();
    private final Claim first = claim(0, false);
    private final Claim second = claim(1, false);

    private static KernelEntry entry(boolean marked) {
        return new KernelEntry(KEY, _ -> {}, _ -> {}, _ -> "undo", marked, true);
    }

    private static Claim claim(int owner, boolean marked) {
        Thing thing = new Thing("thing of " + owner);
        Claim claim = new Claim(Resource.address("eth0", IpPrefix.parse("192.0.2.100/24"), thing), thing, entry(marked),
                null);
        claim.owner = owner;
        return claim;
    }

    @BeforeEach
    void register() {
        holdings.register(first);
        holdings.register(second);
        holdings.listen(new Holdings.Listener() {
            @Override
            public void added(KernelEntry entry) {
                record.add("+");
            }

            @Override
            public void removed(KernelEntry entry) {
                record.add("-");
            }
        });
    }

    @Test
    void whatTwoHoldGoesWhenTheLastLetsGo() {
        holdings.installed(first);
        assertTrue(holdings.refused(second, EXISTS), "it is there, so nothing is missing");
        assertFalse(holdings.release(first), "the second holds it");
        assertTrue(holdings.release(second));
        assertEquals(List.of("+", "-"), record);
    }

    @Test
    void whatWasThereBeforeIsNotRemoved() {
        assertTrue(holdings.refused(first, EXISTS));
        assertTrue(first.held());
        assertFalse(holdings.release(first));
        assertEquals(List.of(), record);
    }

    @Test
    void aMarkedThingThatIsThereAlreadyIsALeftoverOfOurs() {
        Claim marked = claim(2, true);
        holdings.register(marked);
        assertTrue(holdings.refused(marked, EXISTS));
        assertTrue(holdings.release(marked));
        assertEquals(List.of("+", "-"), record);
    }

    @Test
    void anyOtherRefusalLeavesNothingHeld() {
        assertFalse(holdings.refused(first, new NetlinkError(Errno.ENOBUFS, "", -1, false)));
        assertFalse(first.held());
        assertFalse(holdings.release(first));
    }

    @Test
    void newsOfOurOwnRemovalIsNoLoss() {
        holdings.installed(first);
        assertTrue(holdings.release(first));
        assertEquals(List.of(), holdings.gone(KEY));
        holdings.installed(first);
        assertEquals(List.of(first), holdings.gone(KEY), "nobody here asked for this one");
        assertEquals(List.of("+", "-", "+", "-"), record);
    }

    @Test
    void aRemovalThatTheKernelRefusedBringsNoNews() {
        holdings.installed(first);
        holdings.release(first);
        holdings.notRemoved(first);
        holdings.installed(first);
        assertEquals(List.of(first), holdings.gone(KEY));
    }

    @Test
    void whatCouldNotBeRemovedStaysInTheRecord() {
        holdings.installed(first);
        holdings.release(first);
        holdings.stillThere(first);
        assertEquals(List.of("+", "-", "+"), record);
        assertTrue(holdings.isOurs(KEY));
    }

    @Test
    void everyHolderHearsOfALoss() {
        holdings.installed(first);
        holdings.refused(second, EXISTS);
        assertEquals(List.of(first, second), holdings.gone(KEY));
    }

    @Test
    void aSuccessorHoldsWhatItsPredecessorHeld() {
        holdings.installed(first);
        Claim next = claim(0, false);
        holdings.register(next);
        holdings.forget(first, next);
        assertTrue(next.held());
        assertTrue(holdings.release(next));
    }

    @Test
    void afterLostNewsTheKernelIsComparedWithWhatShouldBeThere() {
        holdings.installed(first);
        assertEquals(List.of(), holdings.compare(_ -> true));
        assertEquals(List.of(), holdings.compare(_ -> null), "nothing is known of it");
        assertEquals(List.of(first), holdings.compare(_ -> false));
    }

    @Test
    void lostNewsOfOurOwnRemovalDoesNotHideALaterLoss() {
        holdings.installed(first);
        holdings.release(first);
        holdings.compare(_ -> false);
        holdings.installed(first);
        assertEquals(List.of(first), holdings.gone(KEY));
    }

    @Test
    void withItsInterfaceAThingIsGone() {
        holdings.installed(first);
        holdings.interfaceGone(KEY.interfaceIndex());
        assertFalse(holdings.isOurs(KEY));
        assertFalse(holdings.release(first));
        assertEquals(List.of("+", "-"), record);
    }
}
