package org.jkeepalived.daemon.dump;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.daemon.dump.InstanceSnapshot.CurrentMaster;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Faults;
import org.jkeepalived.daemon.snapshot.DumpResources;
import org.jkeepalived.daemon.snapshot.FakeHost;
import org.jkeepalived.health.CheckResult;
import org.jkeepalived.health.CheckStatus;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.vrrp.RouterCounters;
import org.jkeepalived.vrrp.RouterState;

/** The state in which keepalived 2.2.7 wrote the golden dumps, with the configuration beside them. */
final class GoldenSnapshot {
    private static final long EPOCH = 1_795_259_000_000_000L;
    private static final int INTERFACE_INDEX = 3;

    private final Configuration configuration;

    private GoldenSnapshot(Configuration configuration) {
        this.configuration = configuration;
    }

    static DumpSnapshot take() {
        return new GoldenSnapshot(new FakeHost().loopback()
                .ethernet(INTERFACE_INDEX, "e0", 0x0200_0000_0001L)
                .ethernet(4, "x1", 0xcef6_a3cf_47c4L)
                .ethernet(5, "x0", 0x0200_0000_0011L)
                .load(DumpResources.text("keepalived.conf"))).snapshot();
    }

    private DumpSnapshot snapshot() {
        return new DumpSnapshot(
                new GlobalSnapshot(configuration.global(), configuration.daemon(), "", "vm", 0177, 0, 0),
                List.of(delayGroup(658_882_383, "e0"), delayGroup(658_132_026, "x0"), delayGroup(-EPOCH, "missing0")),
                new StaticSnapshot(StaticSettings.NONE, List.of(), List.of()), instances(), sockets(),
                List.of(new GroupSnapshot(configuration.syncGroups().getFirst(), RouterState.MASTER, 0, 0,
                        List.of("VA", "VB"))),
                scripts(), interfaces());
    }

    private static GarpDelayGroup delayGroup(long afterEpoch, String name) {
        return new GarpDelayGroup(0, 250_000, EPOCH + afterEpoch, 0, 0, List.of(name));
    }

    /** When, after the epoch, an instance changed its state and will stop to wait; what it measured and counted. */
    private record Situation(
            RouterState state,
            CurrentMaster heard,
            Faults faults,
            long transition,
            long timeout,
            long masterDownMicros,
            int priority,
            int descriptor,
            RouterCounters counters) {}

    private static Situation master(long transition, long timeout, long masterDownMicros, int priority, int descriptor,
            RouterCounters counters) {
        return new Situation(RouterState.MASTER, null, Faults.NONE, transition, timeout, masterDownMicros, priority,
                descriptor, counters);
    }

    private static Situation backup(CurrentMaster heard, long transition, long timeout, long masterDownMicros,
            int priority, int descriptor, RouterCounters counters) {
        return new Situation(RouterState.BACKUP, heard, Faults.NONE, transition, timeout, masterDownMicros, priority,
                descriptor, counters);
    }

    private static Situation fault(int trackers, long transition, long masterDownMicros, int priority, int descriptor) {
        return new Situation(RouterState.FAULT, null, new Faults(0, trackers, 0), transition, -EPOCH, masterDownMicros,
                priority, descriptor, counters(0, 0, 0));
    }

    private List<InstanceSnapshot> instances() {
        var situations = List.of(master(657_633_472, 661_634_449, 6_414_062, 150, 14, counters(0, 2, 1)),
                master(657_633_666, 660_133_853, 1_824_218, 90, 14, counters(0, 5, 1)),
                backup(new CurrentMaster("fe80::ff:fe00:2", 200, 700_000), 650_218_847, 661_828_284, 2_460_937, 124, 16,
                        counters(14, 0, 0)),
                master(651_216_831, 660_219_458, 1, 255, 18, counters(0, 9, 1)),
                fault(2, 650_216_448, 3_687_500, 80, -1),
                master(654_982_496, 659_982_954, 3_765_625, 60, 14, counters(0, 5, 1)),
                fault(1, 650_216_464, 3_765_625, 60, 20), backup(new CurrentMaster("10.9.0.2", 200, 1_000_000),
                        650_218_851, 663_236_672, 3_804_687, 50, 14, counters(10, 0, 0)));
        List<InstanceSnapshot> all = new ArrayList<>();
        for (int i = 0; i < situations.size(); i++) {
            all.add(instance(configuration.instances().get(i), situations.get(i)));
        }
        return all;
    }

    private static InstanceSnapshot instance(InstanceSettings settings, Situation now) {
        boolean set = now.state() == RouterState.MASTER;
        String source = settings.family() == AddressFamily.IPV6 ? "fe80::ff:fe00:1" : "10.9.0.1";
        boolean exists = !settings.interfaceName().equals("missing0");
        return new InstanceSnapshot(settings, now.state(), now.state(), now.heard(), now.faults(),
                EPOCH + now.transition(), EPOCH + now.timeout(), now.masterDownMicros(), exists ? source : "",
                INTERFACE_INDEX, now.priority(), now.priority(), addresses(settings.addresses(), set),
                addresses(settings.excludedAddresses(), set), List.of(), set, now.descriptor(),
                now.descriptor() < 0 ? -1 : now.descriptor() + 1, now.counters());
    }

    private static List<AddressSnapshot> addresses(List<VirtualAddress> addresses, boolean set) {
        return addresses.stream().map(address -> new AddressSnapshot(address, set)).toList();
    }

    private static RouterCounters counters(long received, long sent, long becameMaster) {
        return new RouterCounters(received, sent, becameMaster, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static List<SocketSnapshot> sockets() {
        return List.of(
                new SocketSnapshot(14, 15, "e0", false, false, false, "", 0,
                        List.of(member("VA", 51), member("VB", 52), member("VF", 56), member("VH", 62))),
                new SocketSnapshot(16, 17, "e0", true, false, false, "", 0, List.of(member("VC", 53))),
                new SocketSnapshot(18, 19, "e0", false, false, true, "10.9.0.1", 0, List.of(member("VD", 54))),
                new SocketSnapshot(-1, -1, "missing0", false, false, false, "", 0, List.of(member("VE", 55))),
                new SocketSnapshot(20, 21, "e0", false, true, false, "", 0, List.of(member("VG", 57))));
    }

    private static SocketSnapshot.Member member(String name, int virtualRouterId) {
        return new SocketSnapshot.Member(name, virtualRouterId);
    }

    private List<ScriptSnapshot> scripts() {
        return List.of(script(0, CheckResult.UP, 4, new Tracked("VC", 10, false)),
                script(1, CheckResult.DOWN, 0, new Tracked("VC", -9, true)),
                script(2, CheckResult.UP, 1, new Tracked("VA", 0, false), new Tracked("VB", 0, false)));
    }

    private ScriptSnapshot script(int number, CheckResult result, int counter, Tracked... tracking) {
        var settings = configuration.scripts().get(number);
        return new ScriptSnapshot(settings,
                new CheckStatus(settings.name(), result, counter, CheckStatus.RunState.IDLE, 1, ""), List.of(tracking));
    }

    private static List<InterfaceSnapshot> interfaces() {
        var none = new InterfaceSnapshot.Flags(false, false, false, false, false);
        return List.of(
                new InterfaceSnapshot("lo", 1, "127.0.0.1", "", "", "",
                        new InterfaceSnapshot.Flags(true, true, false, true, false), true, 0, 0, 65536, 772, false, 0,
                        0, 0, List.of()),
                ethernet("e0", 3, "10.9.0.1", "fe80::ff:fe00:1", "02:00:00:00:00:01", 250_000,
                        List.of(weight("VA", 0), weight("VB", 0), weight("VC", 255), weight("VD", 0), weight("VF", 0),
                                weight("VG", 0), weight("VH", 0))),
                ethernet("x1", 4, "", "fe80::ccf6:a3ff:fecf:47c4", "ce:f6:a3:cf:47:c4", 0, List.of()),
                ethernet("x0", 5, "10.7.0.1", "fe80::ff:fe00:11", "02:00:00:00:00:11", 250_000,
                        List.of(weight("VA", 0), weight("VC", 5))),
                new InterfaceSnapshot("missing0", 0, "", "", "", "", none, false, 0, 0, 0, 0, false, 250_000, 0, 0,
                        List.of(weight("VE", 0))),
                new InterfaceSnapshot("gone0", 0, "", "", "", "", none, false, 0, 0, 0, 0, false, 0, 0, 0,
                        List.of(weight("VG", 0))));
    }

    private static Tracked weight(String name, int weight) {
        return new Tracked(name, weight, false);
    }

    private static InterfaceSnapshot ethernet(String name, int index, String ipv4, String ipv6, String mac,
            long garpIntervalMicros, List<Tracked> tracking) {
        return new InterfaceSnapshot(name, index, ipv4, ipv6, mac, "ff:ff:ff:ff:ff:ff",
                new InterfaceSnapshot.Flags(true, true, true, false, true), true, 0, 0, 1500, 1, true,
                garpIntervalMicros, 0, 0, tracking);
    }
}
