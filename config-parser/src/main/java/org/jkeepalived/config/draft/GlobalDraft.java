package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.config.settings.Dbus;
import org.jkeepalived.config.settings.Directories;
import org.jkeepalived.config.settings.DumpFiles;
import org.jkeepalived.config.settings.Firewall;
import org.jkeepalived.config.settings.Garp;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.config.settings.LvsSettings;
import org.jkeepalived.config.settings.Mail;
import org.jkeepalived.config.settings.NotifyFifos;
import org.jkeepalived.config.settings.ProcessNames;
import org.jkeepalived.config.settings.Processes;
import org.jkeepalived.config.settings.Reloading;
import org.jkeepalived.config.settings.Scheduling;
import org.jkeepalived.config.settings.ScriptCommand;
import org.jkeepalived.config.settings.ScriptOptions;
import org.jkeepalived.config.settings.Snmp;
import org.jkeepalived.config.settings.SocketBuffers;
import org.jkeepalived.config.settings.VmacDefaults;

/** global_defs while it is read; the initial values are the defaults. */
public final class GlobalDraft {
    private static final int SMTP_PORT = 25;

    /** Of {@link GlobalSettings#SECTION}. */
    public final Values values = new Values(GlobalSettings.SECTION, "");
    /** Of {@link Mail#SECTION}. */
    public final Values mail = new Values(Mail.SECTION, "");
    public final List<String> recipients = new ArrayList<>();
    public String smtpServer;
    public int smtpPort = SMTP_PORT;
    public String scriptUser;
    public String scriptGroup;
    /** An account that does not exist was named: no later one counts, and commands without an account of their own have none. */
    public boolean scriptUserUnknown;
    /** Of each process's section. */
    public final Map<Scheduling.Child, Values> scheduling = new EnumMap<>(Scheduling.Child.class);
    public final Values processNames = new Values(ProcessNames.SECTION, "");
    public final Values lvs = new Values(LvsSettings.SECTION, "");
    /** lvs_sync_daemon, or null. */
    public SyncDaemonDraft syncDaemon;
    public final Values scripts = new Values(ScriptOptions.SECTION, "");
    /** startup_script, or null. */
    public CommandDraft startup;
    /** shutdown_script, or null. */
    public CommandDraft shutdown;
    public final FifoDraft fifo = new FifoDraft();
    public final FifoDraft vrrpFifo = new FifoDraft();
    public final FifoDraft lvsFifo = new FifoDraft();
    public final Values snmp = new Values(Snmp.SECTION, "");
    public final Values dbus = new Values(Dbus.SECTION, "");
    public final Values firewall = new Values(Firewall.SECTION, "");
    public final Values buffers = new Values(SocketBuffers.SECTION, "");
    public final Values reloading = new Values(Reloading.SECTION, "");
    public final Values dumps = new Values(DumpFiles.SECTION, "");
    public final Values directories = new Values(Directories.SECTION, "");
    public final Values vmac = new Values(VmacDefaults.SECTION, "");

    /** Nothing written. */
    public GlobalDraft() {
        for (Scheduling.Child process : Scheduling.Child.values()) {
            scheduling.put(process, new Values(process.section, ""));
        }
    }

    /**
     * The settings.
     *
     * @param hostName router id when none was written
     * @param uptimeNanos time since boot, which vrrp_delay_after_boot counts from; negative when unknown
     * @param fifoOwner the account of notify FIFOs that name none
     */
    public GlobalSettings settings(String hostName, long uptimeNanos, UserIds fifoOwner) {
        long bootDelay = uptimeNanos < 0 ? 0 : Math.max(0, values.get(GlobalSettings.DELAY_AFTER_BOOT) - uptimeNanos);
        Values settled = values.copy();
        if (values.own(GlobalSettings.ROUTER_ID) == null) {
            settled.put(GlobalSettings.ROUTER_ID, hostName);
        }
        Processes processes = new Processes(new ProcessNames(processNames.frozen()), scheduling(Scheduling.Child.VRRP),
                scheduling(Scheduling.Child.CHECKER), scheduling(Scheduling.Child.BFD));
        return new GlobalSettings(settled.frozen(),
                new Mail(mail.frozen(), recipients, smtpServer, smtpPort, mail.own(Mail.ALERT_VRRP)), scriptUser,
                new Garp(new Values(Garp.SECTION, "", values).frozen()),
                Math.max(values.get(GlobalSettings.STARTUP_DELAY), bootDelay), processes,
                new ScriptOptions(scripts.frozen(), usable(startup), usable(shutdown)), fifos(fifoOwner),
                new Snmp(snmp.frozen()), new Dbus(dbus.frozen()), new Firewall(firewall.frozen()),
                new SocketBuffers(buffers.frozen()), new Reloading(reloading.frozen()), new DumpFiles(dumps.frozen()),
                new Directories(directories.frozen()), new VmacDefaults(vmac.frozen()),
                new LvsSettings(lvs.frozen(), syncDaemon == null ? null : syncDaemon.settings()));
    }

    private Scheduling scheduling(Scheduling.Child process) {
        return new Scheduling(process, scheduling.get(process).frozen());
    }

    /** Interfaces may be missing. */
    public boolean dynamicInterfaces() {
        return values.get(GlobalSettings.DYNAMIC_INTERFACES) != null;
    }

    /** enable_script_security. */
    public boolean scriptSecurity() {
        return values.get(GlobalSettings.SCRIPT_SECURITY);
    }

    private static ScriptCommand usable(CommandDraft command) {
        return command == null ? null : command.settings();
    }

    private NotifyFifos fifos(UserIds owner) {
        return new NotifyFifos(fifo.settings(owner), vrrpFifo.settings(owner), lvsFifo.settings(owner),
                values.get(GlobalSettings.FIFO_STATES_ON_RELOAD));
    }
}
