package org.jkeepalived.daemon.dump;

import java.util.List;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Authentication;
import org.jkeepalived.daemon.dump.InstanceSnapshot.CurrentMaster;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Faults;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Multicast;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Options;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Peer;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Tracked;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Transport;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Unicast;

/** The state that keepalived 2.2.7 was in when it wrote the files under src/test/resources/dump, from keepalived.conf beside them. */
final class GoldenSnapshot {
    private static final long EPOCH = 1_795_259_000_000_000L;
    private static final GarpSettings GARP = new GarpSettings(3, 2, 60, 2, 4, 1);
    private static final Transport MULTICAST = new Multicast("224.0.0.18", 3);
    private static final NotifyCommands.Command TRUE = command("/usr/bin/true");
    private static final Options PLAIN = options(new Switches());

    private GoldenSnapshot() {}

    /** The switches of {@link Options} that the instances differ in. */
    private static final class Switches {
        boolean dontTrack;
        boolean skipCheck;
        boolean strict;
        boolean lowerNoAdvert;
        boolean noAccept;
        boolean nopreempt;
        long preemptDelayMicros;
        boolean promote;
        boolean mail;
        boolean deleted;
        int debug;
    }

    private static Options options(Switches on) {
        return new Options(on.dontTrack, on.skipCheck, on.strict, 3, on.lowerNoAdvert, false, !on.noAccept,
                on.nopreempt, on.preemptDelayMicros, on.promote, on.mail, on.deleted, true, on.debug);
    }

    private static NotifyCommands.Command command(String... argv) {
        return new NotifyCommands.Command(List.of(argv), 0, 0);
    }

    static DumpSnapshot take() {
        return new DumpSnapshot(global(),
                List.of(delayGroup(658_882_383, "e0"), delayGroup(658_132_026, "x0"), delayGroup(-EPOCH, "missing0")),
                List.of(va(), vb(), vc(), vd(), ve(), vf(), vg(), vh()), sockets(), List.of(group()), scripts(),
                interfaces());
    }

    private static GarpDelayGroup delayGroup(long afterEpoch, String name) {
        return new GarpDelayGroup(0, 250_000, EPOCH + afterEpoch, 0, 0, List.of(name));
    }

    private static GlobalSnapshot global() {
        var mail = new GlobalSnapshot.Mail("127.0.0.1", 2525, "vm", 7, "keepalived@example.com",
                List.of("ops@example.com", "Second Person", "<two@example.com>"), null, null, null);
        var vrrp = new GlobalSnapshot.Vrrp(3, "224.0.0.18", "ff02::12", 3, false, false, 250_000, 0, false, false,
                false, true, false);
        return new GlobalSnapshot("", "NODE-A", mail, true, true, "eth0", vrrp, GARP,
                new GlobalSnapshot.Firewall("keepalived", -1), 20, 1_000_000,
                new GlobalSnapshot.ProcessSettings(-5, true, 0, 10_000), new GlobalSnapshot.Scripts(true, 0, 0), 0177,
                1_000_000, false);
    }

    private static InstanceSnapshot va() {
        var on = new Switches();
        on.mail = true;
        on.deleted = true;
        var vips = List.of(
                new AddressSnapshot("10.9.0.100", 24, false, "10.9.0.255", "e0", "global", "e0:1", false, 0, true),
                new AddressSnapshot("10.9.0.101", 32, false, "", "x0", "link", "", false, 0, true));
        var excluded = List.of(v4("10.9.0.110", 24, "e0", true), v6("fd00:9::110", 64, true));
        var notify = new NotifyCommands(new NotifyCommands.Command(List.of("/usr/bin/true"), 65534, 65534), TRUE, TRUE,
                TRUE, TRUE, command("/usr/bin/true", "a", "b"), TRUE);
        return new InstanceSnapshot("VA", 2, false, "G1", DumpState.MASTER, DumpState.MASTER, null, Faults.NONE,
                EPOCH + 657_633_472, EPOCH + 661_634_449, 6_414_062, "e0", "10.9.0.1", true, MULTICAST, GARP,
                options(on), 51, 150, 150, 150, 2_000_000, Authentication.PASS, vips, excluded, true, 14, 15, List.of(),
                List.of(), notify, counters(0, 2, 1));
    }

    private static InstanceSnapshot vb() {
        var on = new Switches();
        on.nopreempt = true;
        return new InstanceSnapshot("VB", 3, false, "G1", DumpState.MASTER, DumpState.MASTER, null, Faults.NONE,
                EPOCH + 657_633_666, EPOCH + 660_133_853, 1_824_218, "e0", "10.9.0.1", false, MULTICAST, GARP,
                options(on), 52, 90, 90, 90, 500_000, Authentication.NONE, List.of(v4("10.9.0.120", 24, "e0", true)),
                List.of(), true, 14, 15, List.of(), List.of(), NotifyCommands.NONE, counters(0, 5, 1));
    }

    private static InstanceSnapshot vc() {
        var on = new Switches();
        on.dontTrack = true;
        on.lowerNoAdvert = true;
        on.preemptDelayMicros = 12_000_000;
        var scripts = List.of(new Tracked("chk_ok", 10, false), new Tracked("chk_bad", -9, true));
        return new InstanceSnapshot("VC", 3, true, "", DumpState.BACKUP, DumpState.BACKUP,
                new CurrentMaster("fe80::ff:fe00:2", 200, 700_000), Faults.NONE, EPOCH + 650_218_847,
                EPOCH + 661_828_284, 2_460_937, "e0", "fe80::ff:fe00:1", false, new Multicast("ff02::12", 3),
                new GarpSettings(1, 2, 60, 2, 4, 2), options(on), 53, 100, 124, 124, 1_250_000, Authentication.NONE,
                List.of(new AddressSnapshot("fe80::53", 128, true, "", "e0", "global", "", false, 0, false),
                        v6("fd00:9::100", 64, false)),
                List.of(), false, 16, 17, List.of(new Tracked("x0", 5, false)), scripts, NotifyCommands.NONE,
                counters(14, 0, 0));
    }

    private static InstanceSnapshot vd() {
        var peers = List.of(new Peer("10.9.0.2", 0, 255), new Peer("10.9.0.3", 5, 7));
        return new InstanceSnapshot("VD", 3, false, "", DumpState.MASTER, DumpState.MASTER, null, Faults.NONE,
                EPOCH + 651_216_831, EPOCH + 660_219_458, 1, "e0", "10.9.0.1", true,
                new Unicast(33, true, false, peers), GARP, PLAIN, 54, 255, 255, 255, 1_000_000, Authentication.NONE,
                List.of(v4("10.9.0.130", 32, "e0", true)), List.of(), true, 18, 19, List.of(), List.of(),
                NotifyCommands.NONE, counters(0, 9, 1));
    }

    private static InstanceSnapshot ve() {
        var on = new Switches();
        on.promote = true;
        return new InstanceSnapshot("VE", 3, false, "", DumpState.FAULT, DumpState.FAULT, null, new Faults(0, 2, 0),
                EPOCH + 650_216_448, 0, 3_687_500, "missing0", "", false, MULTICAST, GARP, options(on), 55, 80, 80, 80,
                1_000_000, Authentication.NONE, List.of(v4("10.9.0.140", 32, "missing0", false)), List.of(), false, -1,
                -1, List.of(), List.of(), NotifyCommands.NONE, CounterSnapshot.ZERO);
    }

    private static InstanceSnapshot vf() {
        var on = new Switches();
        on.strict = true;
        on.lowerNoAdvert = true;
        return new InstanceSnapshot("VF", 3, false, "", DumpState.MASTER, DumpState.MASTER, null, Faults.NONE,
                EPOCH + 654_982_496, EPOCH + 659_982_954, 3_765_625, "e0", "10.9.0.1", false, MULTICAST,
                new GarpSettings(3, 2, 60, 2, 0, 0), options(on), 56, 60, 60, 60, 1_000_000, Authentication.NONE,
                List.of(v4("10.9.0.150", 32, "e0", true)), List.of(), true, 14, 15, List.of(), List.of(),
                NotifyCommands.NONE, counters(0, 5, 1));
    }

    private static InstanceSnapshot vg() {
        var on = new Switches();
        on.skipCheck = true;
        on.noAccept = true;
        return new InstanceSnapshot("VG", 2, false, "", DumpState.FAULT, DumpState.FAULT, null, new Faults(0, 1, 0),
                EPOCH + 650_216_464, 0, 3_765_625, "e0", "10.9.0.1", false, MULTICAST, GARP, options(on), 57, 60, 60,
                60, 1_000_000, Authentication.AH, List.of(v4("10.9.0.160", 32, "e0", false)), List.of(), false, 20, 21,
                List.of(new Tracked("gone0", 0, false)), List.of(), NotifyCommands.NONE, CounterSnapshot.ZERO);
    }

    private static InstanceSnapshot vh() {
        var on = new Switches();
        on.debug = 3;
        return new InstanceSnapshot("VH", 2, false, "", DumpState.BACKUP, DumpState.BACKUP,
                new CurrentMaster("10.9.0.2", 200, 1_000_000), Faults.NONE, EPOCH + 650_218_851, EPOCH + 663_236_672,
                3_804_687, "e0", "10.9.0.1", false, MULTICAST, GARP, options(on), 62, 50, 50, 50, 1_000_000,
                Authentication.NONE, List.of(v4("10.9.0.131", 24, "e0", false)), List.of(), false, 14, 15, List.of(),
                List.of(), NotifyCommands.NONE, counters(10, 0, 0));
    }

    private static AddressSnapshot v4(String address, int length, String device, boolean set) {
        return new AddressSnapshot(address, length, false, "", device, "global", "", false, 0, set);
    }

    private static AddressSnapshot v6(String address, int length, boolean set) {
        return new AddressSnapshot(address, length, true, "", "e0", "global", "", false, AddressSnapshot.FOREVER, set);
    }

    private static CounterSnapshot counters(long received, long sent, long becameMaster) {
        var zero = CounterSnapshot.ZERO;
        return new CounterSnapshot(received, sent, becameMaster, 0, zero.packet(), zero.authentication(),
                zero.extension(), 0, 0);
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

    private static GroupSnapshot group() {
        return new GroupSnapshot("G1", DumpState.MASTER, 0, 0, List.of("VA", "VB"), true,
                List.of(new Tracked("e0", 0, false)), List.of(new Tracked("chk_zero", 0, false)),
                new NotifyCommands(TRUE, TRUE, TRUE, TRUE, null, command("/usr/bin/true", "group"), null));
    }

    private static List<ScriptSnapshot> scripts() {
        return List.of(
                new ScriptSnapshot("chk_ok", command("/usr/bin/test", "-d", "/"), 1_000_000, 5_000_000, 10, false, 2, 3,
                        4, false, true, true, "idle", List.of(new Tracked("VC", 10, false))),
                new ScriptSnapshot("chk_bad", new NotifyCommands.Command(List.of("/usr/bin/false"), 65534, 65534),
                        2_000_000, 0, -7, true, 1, 1, 0, false, true, false, "idle",
                        List.of(new Tracked("VC", -9, true))),
                new ScriptSnapshot("chk_zero", TRUE, 1_000_000, 0, 0, false, 1, 1, 1, false, true, true, "idle",
                        List.of(new Tracked("VA", 0, false), new Tracked("VB", 0, false))));
    }

    private static List<InterfaceSnapshot> interfaces() {
        var none = new InterfaceSnapshot.Flags(false, false, false, false, false);
        return List.of(
                new InterfaceSnapshot("lo", 1, "127.0.0.1", "", "", "",
                        new InterfaceSnapshot.Flags(true, true, false, true, false), true, 0, 0, 65536, 772, false, 0,
                        0, List.of()),
                ethernet("e0", 3, "10.9.0.1", "fe80::ff:fe00:1", "02:00:00:00:00:01", 250_000,
                        List.of(weight("VA", 0), weight("VB", 0), weight("VC", 255), weight("VD", 0), weight("VF", 0),
                                weight("VG", 0), weight("VH", 0))),
                ethernet("x1", 4, "", "fe80::ccf6:a3ff:fecf:47c4", "ce:f6:a3:cf:47:c4", 0, List.of()),
                ethernet("x0", 5, "10.7.0.1", "fe80::ff:fe00:11", "02:00:00:00:00:11", 250_000,
                        List.of(weight("VA", 0), weight("VC", 5))),
                new InterfaceSnapshot("missing0", 0, "", "", "", "", none, false, 0, 0, 0, 0, false, 250_000, 0,
                        List.of(weight("VE", 0))),
                new InterfaceSnapshot("gone0", 0, "", "", "", "", none, false, 0, 0, 0, 0, false, 0, 0,
                        List.of(weight("VG", 0))));
    }

    private static Tracked weight(String name, int weight) {
        return new Tracked(name, weight, false);
    }

    private static InterfaceSnapshot ethernet(String name, int index, String ipv4, String ipv6, String mac,
            long garpIntervalMicros, List<Tracked> tracking) {
        return new InterfaceSnapshot(name, index, ipv4, ipv6, mac, "ff:ff:ff:ff:ff:ff",
                new InterfaceSnapshot.Flags(true, true, true, false, true), true, 0, 0, 1500, 1, true,
                garpIntervalMicros, 0, tracking);
    }
}
