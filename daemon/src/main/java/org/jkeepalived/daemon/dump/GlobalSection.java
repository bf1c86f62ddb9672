package org.jkeepalived.daemon.dump;

import java.util.List;
import org.jkeepalived.config.settings.Firewall;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.config.settings.LvsSettings;
import org.jkeepalived.config.settings.Mail;
import org.jkeepalived.config.settings.NotifyFifo;
import org.jkeepalived.config.settings.ProcessNames;
import org.jkeepalived.config.settings.Reloading;
import org.jkeepalived.config.settings.Scheduling;
import org.jkeepalived.config.settings.Snmp;
import org.jkeepalived.config.settings.SocketBuffers;
import org.jkeepalived.config.settings.SocketBuffers.AdvertPolicy;
import org.jkeepalived.config.settings.VmacDefaults;

/** The section "Global definitions": the settings, also those of parts that this daemon does not have. */
final class GlobalSection {
    /** The interface of static addresses without dev, unless another is configured. */
    private static final String DEFAULT_INTERFACE = "eth0";
    private static final String DEFAULT_VMAC_PREFIX = "vrrp";
    private static final String DEFAULT_BUS_NAME = "org.keepalived.Vrrp1";
    private static final int NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private GlobalSection() {}

    static void render(Report report, GlobalSnapshot global) {
        GlobalSettings settings = global.settings();
        report.section("Global definitions");
        identity(report, global);
        mail(report, settings, global.hostName());
        report.field(1, "Checkers log all failures", settings.lvs().logAllFailures());
        reloading(report, settings);
        report.field(1, "Dynamic interfaces", settings.dynamicInterfaces());
        if (settings.dynamicInterfaces()) {
            report.field(1, "Allow interface changes", settings.allowInterfaceChanges());
        }
        if (settings.mail().withoutFaults()) {
            report.line(1, "Send emails for fault transitions = off");
        }
        timeouts(report, settings.lvs());
        report.field(1, "Default interface",
                settings.defaultInterface() == null ? DEFAULT_INTERFACE : settings.defaultInterface());
        report.field(1, "Disable local IGMP", InstanceSection.yesNo(settings.disableLocalIgmp()));
        report.field(1, "LVS flush", settings.lvs().flushAtStart());
        report.field(1, "LVS flush on stop", switch (settings.lvs().flushAtStop()) {
            case NOTHING -> "disabled";
            case EVERYTHING -> "full";
            case CONFIGURED -> "VS";
        });
        fifo(report, "Global", settings.fifos().all());
        fifo(report, "VRRP", settings.fifos().vrrp());
        fifo(report, "LVS", settings.fifos().lvs());
        vrrp(report, settings);
        process(report, "VRRP", settings.processes().vrrp());
        process(report, "Checker", settings.processes().checker());
        process(report, "BFD", settings.processes().bfd());
        outside(report, settings);
        report.line(1, "Script security " + enabled(settings.scriptSecurity()));
        report.line(1, "Default script uid:gid " + global.scriptUid() + ":" + global.scriptGid());
        receiveBuffers(report, settings);
        report.field(1, "umask", "0" + Integer.toOctalString(global.umask()));
        end(report, settings);
    }

    private static void identity(Report report, GlobalSnapshot global) {
        String configured = global.daemon().networkNamespace();
        String namespace = global.networkNamespace().isEmpty() && configured != null
                ? configured
                : global.networkNamespace();
        report.field(1, "Network namespace", namespace.isEmpty() ? "(default)" : namespace);
        String ipvs = global.daemon().ipvsNamespace();
        report.field(1, "Network namespace ipvs",
                ipvs == null ? "(main namespace)" : ipvs.isEmpty() ? "(default)" : ipvs);
        optional(report, "Instance name", global.daemon().instance());
        ProcessNames names = global.settings().processes().names();
        optional(report, "Parent process name", names.parent());
        optional(report, "VRRP process name", names.vrrp());
        optional(report, "LVS process name", names.checker());
        optional(report, "BFD process name", names.bfd());
        report.field(1, "Router ID", global.settings().routerId());
    }

    private static void optional(Report report, String name, String value) {
        if (value != null && !value.isEmpty()) {
            report.field(1, name, value);
        }
    }

    private static void mail(Report report, GlobalSettings settings, String hostName) {
        Mail mail = settings.mail();
        boolean server = mail.server() != null;
        if (server) {
            report.field(1, "Smtp server", mail.server());
            report.field(1, "Smtp server port", mail.port());
        }
        optional(report, "Smtp HELO name", mail.heloName() == null && server ? hostName : mail.heloName());
        if (server) {
            report.field(1, "Smtp server connection timeout", mail.connectTimeoutNanos() / NANOS_PER_SECOND);
        }
        optional(report, "Email notification from", mail.from());
        if (!mail.recipients().isEmpty()) {
            report.line(1, "Email notification to:");
            mail.recipients().forEach(address -> report.line(3, address));
        }
        report.field(1, "Default smtp_alert", tristate(mail.alert()));
        report.field(1, "Default smtp_alert_vrrp", tristate(mail.alertVrrp()));
        report.field(1, "Default smtp_alert_checker", tristate(settings.lvs().smtpAlert()));
    }

    private static String tristate(Boolean value) {
        return value == null ? "unset" : value ? "on" : "off";
    }

    private static void reloading(Report report, GlobalSettings settings) {
        Reloading reloading = settings.reloading();
        report.line(1,
                reloading.checkLog() == null
                        ? "No test config before reload"
                        : "Test config before reload, log to " + reloading.checkLog());
        if (reloading.timeFile() != null) {
            report.field(1, "Reload time file", reloading.timeFile() + (reloading.repeat() ? " (repeat)" : ""));
            report.line(1, "No reload scheduled");
        }
        optional(report, "Reload_file", reloading.markerFile());
        // The words are those of config_save_dir, which is not shown.
        optional(report, "config save directory", settings.directories().temporary());
        if (settings.dumps().withInstance()) {
            report.line(1, "Use instance name in data dumps");
        }
    }

    /** keepalived calls the third one TCP too. */
    private static void timeouts(Report report, LvsSettings lvs) {
        number(report, "LVS TCP timeout", lvs.tcpTimeoutSeconds());
        number(report, "LVS TCP FIN timeout", lvs.tcpFinTimeoutSeconds());
        number(report, "LVS TCP timeout", lvs.udpTimeoutSeconds());
    }

    private static void number(Report report, String name, long value) {
        if (value != 0) {
            report.field(1, name, value);
        }
    }

    private static void fifo(Report report, String which, NotifyFifo fifo) {
        if (fifo == null) {
            return;
        }
        report.field(1, which + " notify fifo", fifo.path() + ", uid:gid " + fifo.uid() + ":" + fifo.gid());
        if (fifo.script() != null) {
            report.field(1, which + " notify fifo script",
                    fifo.script().quoted() + ", uid:gid " + fifo.script().uid() + ":" + fifo.script().gid());
        }
    }

    private static void vrrp(Report report, GlobalSettings settings) {
        report.field(1, "FIFO write vrrp states on reload", settings.fifos().statesOnReload());
        report.field(1, "VRRP notify priority changes", settings.notifyPriorityChanges());
        report.field(1, "VRRP IPv4 mcast group", settings.mcastGroup4());
        report.field(1, "VRRP IPv6 mcast group", settings.mcastGroup6());
        InstanceSection.garp(report, 1, "Gratuitous ARP refresh timer", settings.garp());
        report.field(1, "Num adverts before down", settings.downTimerAdverts());
        VmacDefaults vmac = settings.vmac();
        report.field(1, "Gratuitous ARP for each secondary " + (vmac.garpOnAll() ? "i/f" : "VMAC"),
                vmac.garpIntervalNanos() / NANOS_PER_SECOND + "s");
        report.field(1, "Send advert after receive lower priority advert", !settings.lowerPrioNoAdvert());
        report.field(1, "Send advert after receive higher priority advert", settings.higherPrioSendAdvert());
        report.field(1, "Gratuitous ARP interval", Report.seconds(settings.garpIntervalNanos() / NANOS_PER_MICRO));
        report.field(1, "Gratuitous NA interval", Report.seconds(settings.gnaIntervalNanos() / NANOS_PER_MICRO));
        report.field(1, "VRRP default protocol version", settings.vrrpVersion());
        firewall(report, settings.firewall(), settings.lvs());
        report.field(1, "VRRP check unicast_src", settings.checkUnicastSource());
        report.field(1, "VRRP skip check advert addresses", settings.skipCheckAdvAddr());
        report.field(1, "VRRP strict mode", settings.strict());
        report.field(1, "Max auto priority", settings.maxAutoPriority() < 0 ? "Disabled" : settings.maxAutoPriority());
        report.field(1, "Min auto priority delay", settings.minAutoPriorityDelayNanos() / NANOS_PER_MICRO + " usecs");
    }

    private static void firewall(Report report, Firewall firewall, LvsSettings lvs) {
        if (firewall.nftables() != null) {
            report.field(1, "nftables table name", firewall.nftables());
            report.field(1, "nftables base chain priority", firewall.nftablesPriority());
            report.line(1, "nftables " + (firewall.nftablesByIndex() ? "" : "don't ")
                    + "force use ifindex for link local IPv6");
        }
        if (lvs.nftablesTable() != null) {
            report.field(1, "ipvs nftables table name", lvs.nftablesTable());
            report.field(1, "ipvs nftables base chain priority", lvs.nftablesPriority());
            report.field(1, "ipvs nftables start fwmark", lvs.nftablesFirstMark());
        }
        report.line(1, "nftables " + (firewall.nftablesCounters() ? "with" : "without") + " counters");
    }

    private static void process(Report report, String name, Scheduling process) {
        report.field(1, name + " process priority", process.nice());
        report.field(1, name + " don't swap", process.noSwap());
        report.field(1, name + " realtime priority", process.realtimePriority());
        if (!process.cpus().isEmpty()) {
            report.field(1, name + " CPU Affinity", processors(process.cpus()));
        }
        report.field(1, name + " realtime limit", process.rttimeLimitMicros());
    }

    /** A blank behind each; keepalived shows processor 0 as nothing. */
    private static String processors(List<Integer> cpus) {
        StringBuilder text = new StringBuilder();
        cpus.forEach(cpu -> text.append(cpu == 0 ? "" : cpu.toString()).append(' '));
        return text.toString();
    }

    private static void outside(Report report, GlobalSettings settings) {
        Snmp snmp = settings.snmp();
        report.line(1, "SNMP vrrp " + enabled(snmp.vrrp()));
        report.line(1, "SNMP checker " + enabled(snmp.checker()));
        report.line(1, "SNMP RFCv2 " + enabled(snmp.rfcV2()));
        report.line(1, "SNMP RFCv3 " + enabled(snmp.rfcV3()));
        report.line(1, "SNMP traps " + enabled(snmp.traps()));
        report.field(1, "SNMP socket", snmp.defaultSocket() ? "default (" + snmp.socket() + ")" : snmp.socket());
        report.line(1, "DBus " + enabled(settings.dbus().enabled()));
        String name = unless(DEFAULT_BUS_NAME, settings.dbus().serviceName());
        report.field(1, "DBus service name", name == null ? "" : name);
    }

    private static String enabled(boolean value) {
        return value ? "enabled" : "disabled";
    }

    private static void receiveBuffers(Report report, GlobalSettings settings) {
        SocketBuffers buffers = settings.buffers();
        receiveBuffer(report, "vrrp_netlink_cmd", buffers.vrrpCommands());
        receiveBuffer(report, "vrrp_netlink_monitor", buffers.vrrpMonitor());
        receiveBuffer(report, "process_monitor", buffers.processMonitor());
        receiveBuffer(report, "lvs_netlink_cmd", buffers.lvsCommands());
        receiveBuffer(report, "lvs_netlink_monitor", buffers.lvsMonitor());
        report.field(1, "rs_init_notifies", bit(settings.lvs().initialNotifies()));
        report.field(1, "no_checker_emails", bit(settings.mail().withoutCheckers()));
        if (buffers.adverts() == AdvertPolicy.SIZE) {
            report.field(1, "rx_bufs_size", buffers.advertBytes());
        } else if (buffers.adverts() != AdvertPolicy.KERNEL) {
            report.field(1, "rx_bufs_policy", buffers.adverts());
        }
        report.field(1, "rx_bufs_multiples", buffers.advertMultiplier());
    }

    private static void receiveBuffer(Report report, String socket, SocketBuffers.ReceiveBuffer buffer) {
        report.field(1, socket + "_rcv_bufs", buffer.bytes());
        report.field(1, socket + "_rcv_bufs_force", bit(buffer.force()));
    }

    private static int bit(boolean value) {
        return value ? 1 : 0;
    }

    private static void end(Report report, GlobalSettings settings) {
        if (settings.startupDelayNanos() != 0) {
            report.field(1, "vrrp_startup_delay", Report.general(settings.startupDelayNanos() / NANOS_PER_MICRO));
        }
        if (settings.logUnknownVrids()) {
            report.line(1, "log_unknown_vrids");
        }
        VmacDefaults vmac = settings.vmac();
        optional(report, "VMAC prefix", unless(DEFAULT_VMAC_PREFIX, vmac.prefix()));
        optional(report, "VMAC address prefix", unless(vmac.prefix(), vmac.addressPrefix()));
        Scheduling vrrp = settings.processes().vrrp();
        if (vrrp.realtimePriority() != 0) {
            report.field(1, "current realtime priority", vrrp.realtimePriority());
            report.field(1, "current realtime time limit", vrrp.rttimeLimitMicros());
        }
    }

    private static String unless(String usual, String value) {
        return usual.equals(value) ? null : value;
    }
}
