package org.jkeepalived.lab;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A host with FRR's vrrpd. Its virtual address sits on a macvlan interface with the virtual router's MAC address, which must exist
 * before vrrpd starts (FRR user guide, VRRP).
 */
public final class FrrRouter {
    private static final String FOLDER = "/usr/lib/frr/";
    private static final Pattern STATUS = Pattern.compile("Status \\(v([46])\\)\\s+(\\w+)");
    private final Lab lab;
    private final Host host;
    private final boolean ipv6;

    /**
     * Boots and configures the router; version 3, virtual router id 51.
     *
     * @param virtualAddress with prefix length
     */
    public FrrRouter(Lab lab, HostSpec spec, int priority, int intervalMillis, String virtualAddress) {
        this.lab = lab;
        host = lab.host(spec);
        ipv6 = virtualAddress.contains(":");
        String mac = ipv6 ? "00:00:5e:00:02:33" : "00:00:5e:00:01:33";
        host.sh("""
                ip link add name vrrp-51 link %s type macvlan mode bridge
                ip link set vrrp-51 addrgenmode none
                ip link set vrrp-51 address %s
                ip addr add %s dev vrrp-51
                ip link set vrrp-51 up
                mkdir -p /run/frr /etc/frr
                : >/etc/frr/zebra.conf
                """.formatted(spec.networkInterface(), mac, virtualAddress));
        host.write("/etc/frr/vrrpd.conf", """
                interface %s
                 vrrp 51 version 3
                 vrrp 51 priority %d
                 vrrp 51 advertisement-interval %d
                 vrrp 51 %s %s
                exit
                """.formatted(spec.networkInterface(), priority, intervalMillis, ipv6 ? "ipv6" : "ip",
                virtualAddress.replaceFirst("/.*", "")), "rw-r--r--");
        host.sh("chown -R frr:frr /run/frr /etc/frr");
    }

    public void start() {
        host.must(FOLDER + "zebra", "-d", "-u", "frr", "-g", "frr", "-f", "/etc/frr/zebra.conf");
        lab.await("zebra listens", Duration.ofSeconds(10), () -> host.exists("/run/frr/zserv.api"));
        host.must(FOLDER + "vrrpd", "-d", "-u", "frr", "-g", "frr", "-f", "/etc/frr/vrrpd.conf");
    }

    /** Kills vrrpd with SIGKILL; its interface is then taken down as the death of the host would. */
    public void kill() {
        host.must("pkill", "-KILL", "-x", "vrrpd");
        host.must("ip", "link", "set", "vrrp-51", "down");
    }

    /** Stops vrrpd in an orderly way. */
    public void stop() {
        host.must("pkill", "-TERM", "-x", "vrrpd");
    }

    /** Master, Backup or Initialize; empty while vrrpd does not answer. */
    public String status() {
        var status = STATUS.matcher(host.run("vtysh", "-d", "vrrpd", "-c", "show vrrp").out());
        while (status.find()) {
            if (status.group(1).equals(ipv6 ? "6" : "4")) {
                return status.group(2);
            }
        }
        return "";
    }

    public void awaitStatus(String wanted, Duration limit) {
        lab.await("FRR is " + wanted, limit, () -> wanted.equals(status()));
    }
}
