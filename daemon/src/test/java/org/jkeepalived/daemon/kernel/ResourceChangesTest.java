package org.jkeepalived.daemon.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.daemon.resource.AddressKey;
import org.jkeepalived.daemon.resource.AddressObject;
import org.jkeepalived.daemon.resource.Holdings;
import org.jkeepalived.daemon.resource.InstanceResources;
import org.jkeepalived.daemon.resource.Interfaces;
import org.jkeepalived.daemon.resource.PreparedResources;
import org.jkeepalived.daemon.resource.ResourceBatch;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.message.NetlinkError;
import org.jkeepalived.netlink.message.OutcomeListener;
import org.jkeepalived.netlink.message.RequestBatch;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.ResourceSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the requests of a turn, one by one. */
class ResourceChangesTest {
    private static final int ETH0 = 2;
    private static final int COUNT = 1000;
    private static final Interfaces LINKS = name -> new Link(ETH0, name, Link.UP, 1500, MacAddress.NONE, Link.ETHERNET,
            0, 0, "");

    private final FakeKernel kernel = new FakeKernel();
    private final Holdings holdings = new Holdings();
    private final List<Event> events = new ArrayList<>();
    private final List<String> leftBehind = new ArrayList<>();
    private final ResourceChanges changes = new ResourceChanges(kernel, holdings, events::add);
    private final InstanceResources instance = new InstanceResources(0, holdings, LINKS);
    private final InstanceResources other = new InstanceResources(1, holdings, LINKS);
    private final ResourceSet all = addresses();

    private static ResourceSet addresses() {
        List<Resource> resources = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            IpAddress address = IpAddress.ipv4(0x0a010000 + i);
            resources.add(Resource.address("eth0", new IpPrefix(address, 24),
                    new AddressObject(new VirtualAddress(address, 24, "eth0", false, 0, null, null, null, false, false,
                            false, false, false, false, false, VirtualAddress.FOREVER))));
        }
        return new ResourceSet(resources);
    }

    @BeforeEach
    void configure() {
        instance.configure(PreparedResources.of(all, LINKS));
        other.configure(PreparedResources.of(all, LINKS));
        changes.onLeftBehind((claim, error) -> leftBehind.add(claim.object().text() + ": " + error));
    }

    private void install(boolean confirm) {
        changes.add(0, instance.install(all.all()), confirm);
        carryOut();
    }

    private void carryOut() {
        changes.submit();
        changes.collect();
    }

    private static NetlinkError error(int errno) {
        return new NetlinkError(errno, "", -1, false);
    }

    private static AddressKey key(int i) {
        return new AddressKey(ETH0, IpAddress.ipv4(0x0a010000 + i));
    }

    @Test
    void exactlyWhatWasNotSentIsToldAsRefused() {
        kernel.refuse((index, addition) -> index >= 819 ? error(Errno.ENOBUFS) : null);
        install(false);
        assertEquals(COUNT - 819, events.size());
        assertEquals(new Event.ResourceRefused(0, all.all().get(819), "No buffer space available", false),
                events.getFirst());
        assertTrue(holdings.isOurs(key(818)));
        assertFalse(holdings.isOurs(key(819)));
    }

    @Test
    void moreChangesInOneTurnThanTheKernelIsAskedAtOnceAreEachMadeOnce() {
        kernel.refuse((index, addition) -> null);
        for (Resource resource : all.all()) {
            changes.add(0, instance.install(List.of(resource)), true);
        }
        carryOut();
        assertEquals(COUNT, kernel.submissions);
        assertEquals(all.all().stream().map(resource -> new Event.ResourceInstalled(0, resource)).toList(), events);
    }

    @Test
    void aRefusalForGoodIsToldAsSuch() {
        kernel.refuse((index, addition) -> index == 3 ? error(Errno.EACCES) : null);
        install(false);
        assertEquals(List.of(new Event.ResourceRefused(0, all.all().get(3), "Permission denied", true)), events);
    }

    @Test
    void whatIsThereAlreadyCountsAsInstalledWhereThatIsAskedFor() {
        kernel.refuse((index, addition) -> index == 1 ? error(Errno.EEXIST) : error(Errno.ENOBUFS));
        install(true);
        assertTrue(events.contains(new Event.ResourceInstalled(0, all.all().get(1))));
        assertEquals(COUNT, events.size());
    }

    @Test
    void onlyWhatNobodyElseHoldsIsDeleted() {
        install(false);
        changes.add(1, other.install(List.of(all.all().get(7))), false);
        kernel.refuse((index, addition) -> addition ? error(Errno.EEXIST) : null);
        carryOut();
        kernel.refuse((index, addition) -> null);
        changes.delete(0, instance.remove(all.removal()));
        carryOut();
        assertEquals(COUNT - 1, kernel.deleted);
        changes.delete(1, other.remove(all.removal()));
        carryOut();
        assertEquals(COUNT, kernel.deleted);
    }

    @Test
    void aDeletionThatFailsForWantOfMemoryIsAskedForAgain() {
        install(false);
        kernel.refuse((index, addition) -> kernel.submissions == 2 && index == 5 ? error(Errno.ENOBUFS) : null);
        changes.delete(0, instance.remove(all.removal()));
        carryOut();
        assertEquals(3, kernel.submissions);
        assertEquals(COUNT, kernel.deleted);
        assertEquals(List.of(), leftBehind);
    }

    @Test
    void whatCannotBeDeletedIsNamedAndStaysOurs() {
        install(false);
        kernel.refuse((index, addition) -> kernel.submissions == 2 && index != 5 ? null : error(Errno.ENOBUFS));
        changes.delete(0, instance.remove(all.removal()));
        carryOut();
        assertEquals(List.of("10.1.0.5: No buffer space available"), leftBehind);
        assertTrue(holdings.isOurs(key(5)));
    }

    @Test
    void whatIsGoneAlreadyIsNoFailure() {
        install(false);
        kernel.refuse((index, addition) -> error(Errno.EADDRNOTAVAIL));
        changes.delete(0, instance.remove(all.removal()));
        carryOut();
        assertEquals(2, kernel.submissions);
        assertEquals(List.of(), leftBehind);
    }

    @Test
    void withKeepNothingOfARouterIsDeletedAtTheStop() {
        install(false);
        changes.keep(true);
        changes.delete(0, instance.remove(all.removal()));
        carryOut();
        assertEquals(0, kernel.deleted);
    }

    @Test
    void whatGoesFromOneRouterToAnotherInATurnIsThereAfterwards() {
        install(false);
        changes.add(1, other.install(all.all()), false);
        changes.delete(0, instance.remove(all.removal()));
        changes.submit();
        assertEquals(List.of("add", "delete", "add"), kernel.order);
    }

    private static NetlinkError lost() {
        return new NetlinkError(Errno.ENOBUFS, "", -1, true);
    }

    @Test
    void whatMayHaveBeenAddedIsOursAndGoesWithTheRest() {
        kernel.refuse((index, addition) -> index < 5 ? lost() : null);
        install(false);
        assertEquals(5, events.size());
        assertTrue(holdings.isOurs(key(3)));
        changes.add(0, instance.install(all.all().subList(0, 4)), true);
        kernel.refuse((index, addition) -> error(Errno.EEXIST));
        carryOut();
        kernel.refuse((index, addition) -> null);
        changes.delete(0, instance.remove(all.removal()));
        carryOut();
        assertEquals(COUNT, kernel.deleted);
    }

    @Test
    void whatMayHaveBeenAddedAndWasThereBeforeIsNotOurs() {
        holdings.presence(key(3)::equals);
        kernel.refuse((index, addition) -> index < 5 ? lost() : null);
        install(false);
        assertTrue(holdings.isOurs(key(2)));
        assertFalse(holdings.isOurs(key(3)));
        kernel.refuse((index, addition) -> null);
        changes.delete(0, instance.remove(all.removal()));
        carryOut();
        assertEquals(COUNT - 1, kernel.deleted);
    }

    /** Takes and refuses as it is told. */
    private static final class FakeKernel extends SilentKernel {
        private interface Refusal {
            NetlinkError of(int index, boolean addition);
        }

        private record Submitted(RequestBatch batch, boolean addition) {}

        private final List<Submitted> waiting = new ArrayList<>();
        final List<String> order = new ArrayList<>();
        private Refusal refusal = (_, _) -> null;
        int submissions;
        int deleted;

        void refuse(Refusal newRefusal) {
            refusal = newRefusal;
        }

        @Override
        public void submit(ResourceBatch batch, boolean addition) {
            submissions++;
            order.add(addition ? "add" : "delete");
            waiting.add(new Submitted(batch.requests(), addition));
        }

        @Override
        public void collect(OutcomeListener listener) {
            for (Submitted one : waiting) {
                for (int i = 0; i < one.batch().size(); i++) {
                    NetlinkError error = refusal.of(i, one.addition());
                    if (error != null) {
                        listener.failed(one.batch(), i, error);
                    } else if (!one.addition()) {
                        deleted++;
                    }
                }
            }
            waiting.clear();
        }
    }
}
