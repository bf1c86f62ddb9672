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
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.daemon.host.ThisHost;
import org.jkeepalived.daemon.resource.AddressObject;
import org.jkeepalived.daemon.resource.KernelEntry;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.route.InterfaceTable;
import org.jkeepalived.netlink.route.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of what this daemon has added to the kernel. */
class HeldResourcesTest {
    private final InterfaceTable interfaces = new InterfaceTable();

    @TempDir
    Path directory;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();
    private Path file;
    private HeldResources held;
    private KernelEntry first;
    private KernelEntry second;
    private KernelEntry peer;

    @BeforeEach
    void open() {
        file = directory.resolve("keepalived.addresses");
        interfaces.linkChanged(link(2, "eth0"));
        interfaces.linkChanged(link(3, "eth1"));
        held = new HeldResources(new CrashRecord(file, log::add), interfaces, tasks::add);
        first = entry("192.0.2.1/24 dev eth0");
        second = entry("2001:db8::1/64 dev eth1");
        peer = entry("10.0.0.1 peer 10.0.0.2 dev eth0");
    }

    private static Link link(int index, String name) {
        return new Link(index, name, Link.UP, 1500, MacAddress.NONE, Link.ETHERNET, 0, 0, "");
    }

    /** An address as a configuration gives it. */
    private KernelEntry entry(String line) {
        var statics = ConfigLoader
                .loadText("keepalived.conf", "dynamic_interfaces\nstatic_ipaddress {\n" + line + "\n}\n",
                        LoadOptions.run(ThisHost.facts()))
                .configuration()
                .statics();
        return new AddressObject(statics.addresses().getFirst().address()).prepare(interfaces::byName);
    }

    private void add(KernelEntry... entries) {
        List.of(entries).forEach(held::added);
    }

    private void remove(KernelEntry... entries) {
        List.of(entries).forEach(held::removed);
    }

    /** Ends the turn and lets the other thread work. */
    private List<String> recorded() throws IOException {
        held.turnEnded();
        work();
        assertEquals(List.of(), log);
        return Files.exists(file)
                ? Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList()
                : List.of();
    }

    private void work() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void whatIsAddedIsRecordedInTheWordsOfIp() throws IOException {
        add(first, second, peer);
        assertEquals(List.of("address del 10.0.0.1 peer 10.0.0.2/32 dev eth0", "address del 2001:db8::1/64 dev eth1",
                "address del 192.0.2.1/24 dev eth0"), recorded());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void theFirstLinesNameTheProcessAndItsNetwork() throws IOException {
        add(first);
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
        add(first, second);
        recorded();
        remove(first);
        assertEquals(List.of("address del 2001:db8::1/64 dev eth1"), recorded());
        remove(second);
        recorded();
        assertFalse(Files.exists(file));
    }

    @Test
    void theOrderOfATurnCounts() throws IOException {
        add(first, second);
        remove(first);
        remove(second);
        add(second);
        assertEquals(List.of("address del 2001:db8::1/64 dev eth1"), recorded());
    }

    @Test
    void anInterfaceTakesItsAddressesWithItAndARenamedOneIsFollowed() throws IOException {
        add(first, second);
        recorded();
        interfaces.linkRemoved(2, "eth0");
        interfaces.linkChanged(link(3, "lan0"));
        add(second);
        assertEquals(List.of("address del 2001:db8::1/64 dev lan0"), recorded());
    }

    @Test
    void whatCouldNotBeRemovedStaysInTheRecordAfterAStop() throws IOException {
        add(first, second);
        recorded();
        remove(second);
        held.end();
        work();
        assertEquals(List.of("address del 192.0.2.1/24 dev eth0"), recorded());
    }

    @Test
    void theRecordIsGoneAfterAnOrderlyStop() throws IOException {
        add(first);
        recorded();
        assertTrue(Files.exists(file));
        remove(first);
        held.end();
        work();
        assertFalse(Files.exists(file));
    }

    @Test
    void aRecordThatCannotBeWrittenIsComplainedOfOnce() {
        HeldResources elsewhere = new HeldResources(
                new CrashRecord(directory.resolve("absent/keepalived.addresses"), log::add), interfaces, tasks::add);
        for (int i = 0; i < 3; i++) {
            elsewhere.added(first);
            elsewhere.turnEnded();
            work();
        }
        assertEquals(1, log.size(), log::toString);
    }

    @Test
    void aThreadThatDoesNotComeAlongHoldsNoMoreThanTheLastChangeOfEachThing() throws IOException {
        for (int i = 0; i < 1000; i++) {
            add(first);
            held.turnEnded();
            remove(first);
            held.turnEnded();
        }
        add(second);
        held.turnEnded();
        assertTrue(tasks.size() <= 64, () -> tasks.size() + " tasks wait");
        work();
        assertEquals(List.of("address del 2001:db8::1/64 dev eth1"), recorded());
    }
}
