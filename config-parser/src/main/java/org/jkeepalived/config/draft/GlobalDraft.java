package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.config.settings.Dbus;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.config.settings.IncludeCheck;
import org.jkeepalived.config.settings.Mail;
import org.jkeepalived.config.settings.NotifyFifos;
import org.jkeepalived.config.settings.ProcessNames;
import org.jkeepalived.config.settings.Processes;
import org.jkeepalived.config.settings.Snmp;
import org.jkeepalived.net.IpAddress;

/** global_defs while it is read; the initial values are the defaults. */
public final class GlobalDraft {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int SMTP_PORT = 25;

    public String routerId;
    public final List<String> recipients = new ArrayList<>();
    public String mailFrom;
    public String smtpServer;
    public int smtpPort = SMTP_PORT;
    public String smtpHelo;
    public long smtpTimeoutNanos = 30 * NANOS_PER_SECOND;
    public Boolean smtpAlert;
    public Boolean smtpAlertVrrp;
    public String scriptUser;
    public String scriptGroup;
    /** An account that does not exist was named: no later one counts, and commands without an account of their own have none. */
    public boolean scriptUserUnknown;
    public boolean scriptSecurity;
    public int version = 2;
    public final GarpDraft garp = new GarpDraft();
    public boolean minimalGarp;
    public long garpIntervalNanos;
    public long gnaIntervalNanos;
    public boolean strict;
    public boolean skipCheckAdvAddr;
    public boolean checkUnicastSource;
    public IpAddress mcastGroup4 = IpAddress.parse("224.0.0.18");
    public IpAddress mcastGroup6 = IpAddress.parse("ff02::12");
    public long startupDelayNanos;
    public long delayAfterBootNanos;
    public boolean lowerPrioNoAdvert;
    public boolean higherPrioSendAdvert;
    public int downTimerAdverts = 3;
    public String defaultInterface = "eth0";
    public boolean dynamicInterfaces;
    public boolean allowInterfaceChanges;
    public int maxAutoPriority;
    public long minAutoPriorityDelayNanos = NANOS_PER_SECOND;
    public final SchedulingDraft vrrpScheduling = new SchedulingDraft();
    public final SchedulingDraft checkerScheduling = new SchedulingDraft();
    public final SchedulingDraft bfdScheduling = new SchedulingDraft();
    public boolean fixedProcessNames;
    public String processName;
    public String vrrpProcessName;
    public String checkerProcessName;
    public String bfdProcessName;
    /** The words of each include_check line, on which the reader acts. */
    public final List<String> includeChecks = new ArrayList<>();
    public int umask = -1;
    public int jsonVersion = 1;
    public boolean notifyPriorityChanges;
    public boolean logUnknownVrids;
    public boolean v3ChecksumAsV2;
    public boolean ownerIgnoreAdverts;
    public final LvsDraft lvs = new LvsDraft();
    /** The accepted words of each include_check line. */
    public boolean noFaultMail;
    public Boolean noCheckerMail;
    public boolean disableLocalIgmp;
    public Long randomSeed;
    public final ScriptOptionsDraft scripts = new ScriptOptionsDraft();
    public final FifoDraft fifo = new FifoDraft();
    public final FifoDraft vrrpFifo = new FifoDraft();
    public final FifoDraft lvsFifo = new FifoDraft();
    public boolean fifoStatesOnReload;
    public final Values snmp = new Values(Snmp.SECTION, "");
    public final Values dbus = new Values(Dbus.SECTION, "");
    public final FirewallDraft firewall = new FirewallDraft();
    public final BufferDraft buffers = new BufferDraft();
    public final FileDraft files = new FileDraft();
    public final VmacDefaultsDraft vmac = new VmacDefaultsDraft();

    /**
     * The settings.
     *
     * @param hostName router id when none was written
     * @param uptimeNanos time since boot, which vrrp_delay_after_boot counts from; negative when unknown
     * @param fifoOwner the account of notify FIFOs that name none
     */
    public GlobalSettings settings(String hostName, long uptimeNanos, UserIds fifoOwner) {
        long bootDelay = uptimeNanos < 0 ? 0 : Math.max(0, delayAfterBootNanos - uptimeNanos);
        Mail mail = new Mail(recipients, mailFrom, smtpServer, smtpPort, smtpHelo, smtpTimeoutNanos, smtpAlert,
                smtpAlertVrrp, noFaultMail, Boolean.TRUE.equals(noCheckerMail));
        ProcessNames names = new ProcessNames(fixedProcessNames, processName, vrrpProcessName, checkerProcessName,
                bfdProcessName);
        Processes processes = new Processes(names, vrrpScheduling.settings(), checkerScheduling.settings(),
                bfdScheduling.settings());
        return new GlobalSettings(routerId == null ? hostName : routerId, mail, scriptUser, scriptSecurity, version,
                garp.settings(minimalGarp), garpIntervalNanos, gnaIntervalNanos, strict, skipCheckAdvAddr,
                checkUnicastSource, mcastGroup4, mcastGroup6, Math.max(startupDelayNanos, bootDelay), lowerPrioNoAdvert,
                higherPrioSendAdvert, downTimerAdverts, defaultInterface, dynamicInterfaces, allowInterfaceChanges,
                maxAutoPriority, minAutoPriorityDelayNanos, processes, umask, jsonVersion, notifyPriorityChanges,
                logUnknownVrids, v3ChecksumAsV2, ownerIgnoreAdverts, includeCheck(), disableLocalIgmp,
                randomSeed == null ? OptionalLong.empty() : OptionalLong.of(randomSeed), scripts.settings(),
                fifos(fifoOwner), new Snmp(snmp.frozen()), new Dbus(dbus.frozen()), firewall.settings(),
                buffers.settings(), files.reloading(), files.dumps(), files.directories(), vmac.settings(),
                lvs.settings());
    }

    private NotifyFifos fifos(UserIds owner) {
        return new NotifyFifos(fifo.settings(owner), vrrpFifo.settings(owner), lvsFifo.settings(owner),
                fifoStatesOnReload);
    }

    private IncludeCheck includeCheck() {
        IncludeCheck check = IncludeCheck.NONE;
        for (String words : includeChecks) {
            check = IncludeCheck.ofArguments(words.isEmpty() ? List.of() : List.of(words.split(" ")), check);
        }
        return check;
    }
}
