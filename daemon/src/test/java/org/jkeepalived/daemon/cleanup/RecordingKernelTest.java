package org.jkeepalived.daemon.cleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jkeepalived.daemon.kernel.KernelPort;
import org.jkeepalived.daemon.kernel.MemoryKernel;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.route.AddressBatch;
import org.jkeepalived.netlink.route.AddressManager;
import org.jkeepalived.netlink.route.AddressManager.Change;
import org.jkeepalived.netlink.route.AddressSpec;
import org.jkeepalived.netlink.route.InterfaceTable;
import org.jkeepalived.netlink.route.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of the addresses that this daemon has added. */
class RecordingKernelTest {
    private static final AddressSpec FIRST = new AddressSpec(2, IpAddress.parse("192.0.2.1"), 24);
    private static final AddressSpec SECOND = new AddressSpec(3, IpAddress.parse("2001:db8::1"), 64);
    private static final AddressSpec PEER = new AddressSpec(2, IpAddress.parse("10.0.0.1"), 32,
            IpAddress.parse("10.0.0.2"), null, 0, "", 0, AddressSpec.FOREVER);

    @TempDir
    Path directory;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final InterfaceTable interfaces = new InterfaceTable();
    private final List<String> log = new ArrayList<>();
    private final Refusing kernel = new Refusing();
    private Path file;
    private RecordingKernel outputs;

    /** Memory that refuses what it is told to refuse. */
    private static final class Refusing implements KernelPort {
        private final KernelPort memory = new MemoryKernel();
        private final List<AddressBatch> submitted = new ArrayList<>();
        private int refused = -1;

        @Override
        public int submit(AddressBatch batch, Change change) {
            submitted.add(batch);
            return memory.submit(batch, change);
        }

        @Override
        public int collect(AddressManager.Failures failures) {
            if (refused >= 0) {
                failures.failed(submitted.getLast(), refused, Change.ADD, Errno.EEXIST, "");
            }
            return memory.collect(failures);
        }

        @Override
        public void enable(AddressFamily family) throws SystemCallException {
            memory.enable(family);
        }

        @Override
        public void keepAddresses(boolean keep) {
            memory.keepAddresses(keep);
        }

        @Override
        public void queueAdvert(AdvertFrame frame) {
            memory.queueAdvert(frame);
        }

        @Override
        public int flushAdverts() {
            return memory.flushAdverts();
        }

        @Override
        public AdvertFrame failedAdvert(int i) {
            return memory.failedAdvert(i);
        }

        @Override
        public void queueAnnouncement(AnnouncementFrame frame) {
            memory.queueAnnouncement(frame);
        }

        @Override
        public int flushAnnouncements() {
            return memory.flushAnnouncements();
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    @BeforeEach
    void open() {
        file = directory.resolve("keepalived.addresses");
        interfaces.linkChanged(link(2, "eth0"));
        interfaces.linkChanged(link(3, "eth1"));
        outputs = new RecordingKernel(kernel, interfaces, new AddressRecord(file, log::add), tasks::add);
    }

    private static Link link(int index, String name) {
        return new Link(index, name, Link.UP, 1500, MacAddress.NONE, Link.ETHERNET, 0, 0, "");
    }

    private void change(Change change, AddressSpec... addresses) {
        outputs.submit(new AddressBatch(List.of(addresses)), change);
    }

    /** Ends the turn and lets the other thread work. */
    private List<String> recorded() throws IOException {
        outputs.collect((_, _, _, _, _) -> {
        });
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
        assertEquals(List.of(), log);
        return Files.exists(file)
                ? Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList()
                : List.of();
    }

    @Test
    void whatIsAddedIsRecordedInTheWordsOfIp() throws IOException {
        change(Change.ADD, FIRST, SECOND, PEER);
        assertEquals(List.of("address del 192.0.2.1/24 dev eth0", "address del 2001:db8::1/64 dev eth1",
                "address del 10.0.0.1 peer 10.0.0.2/32 dev eth0"), recorded());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void theFirstLinesNameTheProcessAndItsNetwork() throws IOException {
        change(Change.ADD, FIRST);
        recorded();
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String start = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
        assertEquals(
                List.of("# pid " + ProcessHandle.current().pid(), "# start " + start,
                        "# netns " + Files.readSymbolicLink(Path.of("/proc/self/ns/net"))),
                Files.readAllLines(file).subList(0, 3));
    }

    @Test
    void whatIsRemovedIsNotAndWithTheLastOneTheRecordGoes() throws IOException {
        change(Change.ADD, FIRST, SECOND);
        recorded();
        change(Change.DELETE, FIRST);
        assertEquals(List.of("address del 2001:db8::1/64 dev eth1"), recorded());
        change(Change.DELETE, SECOND);
        recorded();
        assertFalse(Files.exists(file));
    }

    @Test
    void anAddressThatWasThereAlreadyIsSomebodyElses() throws IOException {
        kernel.refused = 0;
        change(Change.ADD, FIRST, SECOND);
        assertEquals(List.of("address del 2001:db8::1/64 dev eth1"), recorded());
    }

    @Test
    void anAddressOfOursThatIsStillThereStaysOurs() throws IOException {
        change(Change.ADD, FIRST);
        recorded();
        kernel.refused = 0;
        change(Change.ADD, FIRST);
        assertEquals(List.of("address del 192.0.2.1/24 dev eth0"), recorded());
    }

    @Test
    void theOrderOfATurnCounts() throws IOException {
        change(Change.ADD, FIRST, SECOND);
        change(Change.DELETE, FIRST);
        change(Change.DELETE, SECOND);
        change(Change.ADD, SECOND);
        assertEquals(List.of("address del 2001:db8::1/64 dev eth1"), recorded());
    }

    @Test
    void anInterfaceTakesItsAddressesWithItAndARenamedOneIsFollowed() throws IOException {
        change(Change.ADD, FIRST, SECOND);
        recorded();
        interfaces.linkRemoved(2, "eth0");
        interfaces.linkChanged(link(3, "lan0"));
        change(Change.ADD, SECOND);
        assertEquals(List.of("address del 2001:db8::1/64 dev lan0"), recorded());
    }

    @Test
    void theRecordIsGoneAfterAnOrderlyStop() throws IOException {
        change(Change.ADD, FIRST);
        recorded();
        assertTrue(Files.exists(file));
        outputs.close();
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void aRecordThatCannotBeWrittenIsComplainedOfOnce() {
        KernelPort elsewhere = new RecordingKernel(kernel, interfaces,
                new AddressRecord(directory.resolve("absent/keepalived.addresses"), log::add), tasks::add);
        for (int i = 0; i < 3; i++) {
            elsewhere.submit(new AddressBatch(List.of(FIRST)), Change.ADD);
            elsewhere.collect((_, _, _, _, _) -> {
            });
            while (!tasks.isEmpty()) {
                tasks.remove().run();
            }
        }
        assertEquals(1, log.size(), log::toString);
    }
}
