package org.jkeepalived.daemon.dump;

/** The section "Global definitions". Lines of parts that this daemon does not have show keepalived's defaults. */
final class GlobalSection {
    private GlobalSection() {}

    static void render(Report report, GlobalSnapshot global) {
        report.section("Global definitions");
        report.field(1, "Network namespace",
                global.networkNamespace().isEmpty() ? "(default)" : global.networkNamespace());
        report.field(1, "Network namespace ipvs", "(main namespace)");
        report.field(1, "Router ID", global.routerId());
        mail(report, global.mail());
        report.field(1, "Checkers log all failures", false);
        report.line(1, "No test config before reload");
        report.field(1, "Dynamic interfaces", global.dynamicInterfaces());
        if (global.dynamicInterfaces()) {
            report.field(1, "Allow interface changes", global.allowInterfaceChanges());
        }
        report.field(1, "Default interface", global.defaultInterface());
        report.field(1, "Disable local IGMP", "no");
        report.field(1, "LVS flush", false);
        report.field(1, "LVS flush on stop", "disabled");
        vrrp(report, global);
        processes(report, global.process());
        outside(report);
        scripts(report, global.scripts());
        receiveBuffers(report);
        report.field(1, "umask", "0" + Integer.toOctalString(global.umask()));
        if (global.startupDelayMicros() != 0) {
            report.field(1, "vrrp_startup_delay", Report.general(global.startupDelayMicros()));
        }
        if (global.logUnknownVrids()) {
            report.line(1, "log_unknown_vrids");
        }
        if (global.process().realtimePriority() != 0) {
            report.field(1, "current realtime priority", global.process().realtimePriority());
            report.field(1, "current realtime time limit", global.process().realtimeLimitMicros());
        }
    }

    private static void mail(Report report, GlobalSnapshot.Mail mail) {
        if (!mail.server().isEmpty()) {
            report.field(1, "Smtp server", mail.server());
            report.field(1, "Smtp server port", mail.port());
        }
        if (!mail.helo().isEmpty()) {
            report.field(1, "Smtp HELO name", mail.helo());
        }
        if (!mail.server().isEmpty()) {
            report.field(1, "Smtp server connection timeout", mail.timeoutSeconds());
        }
        if (!mail.from().isEmpty()) {
            report.field(1, "Email notification from", mail.from());
        }
        if (!mail.to().isEmpty()) {
            report.line(1, "Email notification to:");
            mail.to().forEach(address -> report.line(3, address));
        }
        report.field(1, "Default smtp_alert", tristate(mail.smtpAlert()));
        report.field(1, "Default smtp_alert_vrrp", tristate(mail.smtpAlertVrrp()));
        report.field(1, "Default smtp_alert_checker", tristate(mail.smtpAlertChecker()));
    }

    private static String tristate(Boolean value) {
        return value == null ? "unset" : value ? "on" : "off";
    }

    private static void vrrp(Report report, GlobalSnapshot global) {
        var vrrp = global.vrrp();
        report.field(1, "FIFO write vrrp states on reload", vrrp.fifoWriteStatesOnReload());
        report.field(1, "VRRP notify priority changes", vrrp.notifyPriorityChanges());
        report.field(1, "VRRP IPv4 mcast group", vrrp.multicastGroup4());
        report.field(1, "VRRP IPv6 mcast group", vrrp.multicastGroup6());
        report.field(1, "Gratuitous ARP delay", global.garp().delaySeconds());
        report.field(1, "Gratuitous ARP repeat", global.garp().repeat());
        report.field(1, "Gratuitous ARP refresh timer", global.garp().refreshSeconds());
        report.field(1, "Gratuitous ARP refresh repeat", global.garp().refreshRepeat());
        report.field(1, "Gratuitous ARP lower priority delay", global.garp().lowerPriorityDelaySeconds());
        report.field(1, "Gratuitous ARP lower priority repeat", global.garp().lowerPriorityRepeat());
        report.field(1, "Num adverts before down", vrrp.downTimerAdverts());
        report.field(1, "Gratuitous ARP for each secondary VMAC", "0s");
        report.field(1, "Send advert after receive lower priority advert", !vrrp.lowerPriorityNoAdvert());
        report.field(1, "Send advert after receive higher priority advert", vrrp.higherPrioritySendAdvert());
        report.field(1, "Gratuitous ARP interval", Report.seconds(vrrp.garpIntervalMicros()));
        report.field(1, "Gratuitous NA interval", Report.seconds(vrrp.naIntervalMicros()));
        report.field(1, "VRRP default protocol version", vrrp.version());
        if (!global.firewall().table().isEmpty()) {
            report.field(1, "nftables table name", global.firewall().table());
            report.field(1, "nftables base chain priority", global.firewall().chainPriority());
            report.line(1, "nftables don't force use ifindex for link local IPv6");
        }
        report.line(1, "nftables without counters");
        report.field(1, "VRRP check unicast_src", vrrp.checkUnicastSource());
        report.field(1, "VRRP skip check advert addresses", vrrp.skipCheckAdvertAddresses());
        report.field(1, "VRRP strict mode", vrrp.strict());
        report.field(1, "Max auto priority", global.maxAutoPriority());
        report.field(1, "Min auto priority delay", global.minAutoPriorityDelayMicros() + " usecs");
    }

    private static void processes(Report report, GlobalSnapshot.ProcessSettings vrrp) {
        process(report, "VRRP", vrrp);
        var untouched = new GlobalSnapshot.ProcessSettings(0, false, 0, 10_000);
        process(report, "Checker", untouched);
        process(report, "BFD", untouched);
    }

    private static void process(Report report, String name, GlobalSnapshot.ProcessSettings process) {
        report.field(1, name + " process priority", process.priority());
        report.field(1, name + " don't swap", process.noSwap());
        report.field(1, name + " realtime priority", process.realtimePriority());
        report.field(1, name + " realtime limit", process.realtimeLimitMicros());
    }

    private static void outside(Report report) {
        report.line(1, "SNMP vrrp disabled");
        report.line(1, "SNMP checker disabled");
        report.line(1, "SNMP RFCv2 disabled");
        report.line(1, "SNMP RFCv3 disabled");
        report.line(1, "SNMP traps disabled");
        report.field(1, "SNMP socket", "default (unix:/var/agentx/master)");
        report.line(1, "DBus disabled");
        report.field(1, "DBus service name", "");
    }

    private static void scripts(Report report, GlobalSnapshot.Scripts scripts) {
        report.line(1, "Script security " + (scripts.security() ? "enabled" : "disabled"));
        report.line(1, "Default script uid:gid " + scripts.uid() + ":" + scripts.gid());
    }

    private static void receiveBuffers(Report report) {
        for (String socket : new String[]{"vrrp_netlink_cmd", "vrrp_netlink_monitor", "process_monitor",
            "lvs_netlink_cmd", "lvs_netlink_monitor"}) {
            report.field(1, socket + "_rcv_bufs", 0);
            report.field(1, socket + "_rcv_bufs_force", 0);
        }
        report.field(1, "rs_init_notifies", 0);
        report.field(1, "no_checker_emails", 0);
        report.field(1, "rx_bufs_multiples", 3);
    }
}
