package org.jkeepalived.daemon.service;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.daemon.host.ThisHost;
import org.jkeepalived.daemon.interfaces.LinkFacts;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.kernel.MemoryKernel;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.log.LogTargets;
import org.jkeepalived.daemon.log.LogWriter;
import org.jkeepalived.daemon.log.SyslogFacility;
import org.jkeepalived.daemon.loop.CoreDriver;
import org.jkeepalived.daemon.loop.VrrpLoop;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.observe.History;
import org.jkeepalived.daemon.observe.LogLines;
import org.jkeepalived.daemon.observe.Observers;
import org.jkeepalived.daemon.resource.Holdings;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.Poller;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.netlink.route.RouteMonitor;

/**
 * What a reload costs the loop: prints the processor time until a configuration is in force, measured
 * where the loop does it. On interfaces that do not exist and a kernel in memory; needs no privileges. Not a
 * test: times are for people to compare.
 */
public final class ReloadCostProgram {
    private static final int FIRST_INDEX = 1_900_000;
    private static final int ROUNDS = 30;
    private static final int ADVERTISED = 200;

    private ReloadCostProgram() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException, SystemCallException {
        measure("1,000 instances x 10 addresses", instances(1000, 10), 4);
        measure("10,000 addresses on one interface", instances(1, 10_000), 1);
    }

    private static String instances(int number, int addresses) {
        StringBuilder text = new StringBuilder("global_defs {\n dynamic_interfaces\n}\n");
        int address = 0;
        for (int i = 0; i < number; i++) {
            text.append("vrrp_instance V").append(i).append(" {\n interface cost").append(i % 4);
            text.append("\n priority 255\n virtual_router_id ").append(1 + i / 4).append("\n virtual_ipaddress {\n");
            for (int j = 0; j < addresses; j++) {
                if (j == ADVERTISED) {
                    text.append(" }\n virtual_ipaddress_excluded {\n");
                }
                text.append("  10.").append(1 + (address >> 16)).append('.').append(address >> 8 & 255).append('.');
                text.append(address & 255).append("/8\n");
                address++;
            }
            text.append(" }\n}\n");
        }
        return text.toString();
    }

    private static void measure(String name, String text, int interfaces) throws IOException, SystemCallException {
        LinkTable links = new LinkTable();
        for (int i = 0; i < interfaces; i++) {
            links.linkChanged(new Link(FIRST_INDEX + i, "cost" + i, Link.UP | Link.RUNNING | Link.MULTICAST, 1500,
                    new MacAddress(0x0200_5e00_0001L + i), Link.ETHERNET, 0, 0, ""));
            add(links, FIRST_INDEX + i, IpAddress.parse("192.0.2." + (1 + i)));
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        try (LogWriter writer = LogWriter
                .start(new LogTargets(Optional.of(nowhere), false, SyslogFacility.DAEMON, "", 1), _ -> {
                    throw new IOException("no system log");
                }, 1 << 14)) {
            DaemonLog journal = new DaemonLog(writer, 0);
            Observers observers = new Observers(journal::vrrp);
            observers.addDirect(new LogLines(journal));
            Holdings holdings = new Holdings();
            EffectBatch effects = new EffectBatch(new MemoryKernel(), holdings, observers);
            CoreDriver core = new CoreDriver(effects, new History());
            RouterController controller = new RouterController(links, RouteMonitor.open(), holdings, effects, core,
                    observers, journal);
            VrrpLoop loop = new VrrpLoop(Poller.open(), links, effects, core, journal::vrrp);
            Configuration first = load(text);
            controller.configure(first);
            controller.start(loop);
            first.instances()
                    .forEach(instance -> InstanceMapper.allAddresses(instance)
                            .forEach(address -> add(links, links.index(address.interfaceName()), address.address())));
            print(name, "nothing changes", text, text, controller);
            String other = text.replace(" priority 255", " garp_master_refresh 600\n priority 255");
            print(name, "one number in each instance", text, other, controller);
            String more = text.replace(" virtual_ipaddress {", " virtual_ipaddress {\n  172.31.0.1/32");
            print(name, "one address more in each instance, and gone again", text, more, controller);
            loop.close();
        }
    }

    private static void print(String name, String change, String text, String other, RouterController controller) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] nanos = new long[ROUNDS];
        long[] prepared = new long[ROUNDS];
        long[] pictures = new long[ROUNDS];
        long bytes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Configuration read = load(i % 2 == 0 ? other : text);
            long picture = threads.getCurrentThreadCpuTime();
            LinkFacts facts = controller.facts();
            long beside = threads.getCurrentThreadCpuTime();
            pictures[i] = beside - picture;
            PreparedConfiguration next = controller.prepare(read, controller.present(), facts);
            prepared[i] = threads.getCurrentThreadCpuTime() - beside;
            long before = threads.getCurrentThreadAllocatedBytes();
            long start = threads.getCurrentThreadCpuTime();
            controller.reconfigure(next);
            nanos[i] = threads.getCurrentThreadCpuTime() - start;
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        long first = nanos[0];
        Arrays.sort(nanos);
        Arrays.sort(prepared);
        Arrays.sort(pictures);
        System.out.printf(
                "%s, %s: beside the loop %.2f ms; on the loop the picture %.2f ms, the exchange %.2f ms (first %.2f, most %.2f), %d kB%n",
                name, change, prepared[ROUNDS / 2] / 1e6, pictures[ROUNDS / 2] / 1e6, nanos[ROUNDS / 2] / 1e6,
                first / 1e6, nanos[ROUNDS - 1] / 1e6, bytes / 1024);
    }

    private static Configuration load(String text) {
        return ConfigLoader.loadText("keepalived.conf", text, LoadOptions.run(ThisHost.facts())).configuration();
    }

    private static void add(LinkTable links, int index, IpAddress address) {
        links.addressAdded(index, address.family(), address.high(), address.low(), 8, 0, InterfaceAddress.PERMANENT);
    }
}
