package org.jkeepalived.config.draft;

import org.jkeepalived.config.report.Place;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.config.settings.Mail;
import org.jkeepalived.config.settings.ProcessNames;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

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
    public Place scriptUserPlace;
    public boolean scriptSecurity;
    public int version = 2;
    public final GarpDraft garp = new GarpDraft();
    public boolean minimalGarp;
    public long garpIntervalNanos;
    public long gnaIntervalNanos;
    public boolean strict;
    public boolean skipCheckAdvAddr;
    public boolean checkUnicastSource;
    public Inet4Address mcastGroup4 = (Inet4Address) InetAddress.ofLiteral("224.0.0.18");
    public Inet6Address mcastGroup6 = (Inet6Address) InetAddress.ofLiteral("ff02::12");
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
    public int realtimePriority;
    public int nice;
    public boolean noSwap;
    public boolean fixedProcessNames;
    public String processName;
    public String vrrpProcessName;
    public String checkerProcessName;
    public String bfdProcessName;
    public int umask = -1;
    public int jsonVersion = 1;
    public boolean notifyPriorityChanges;
    public boolean logUnknownVrids;
    public boolean v3ChecksumAsV2;
    public boolean ownerIgnoreAdverts;
    public final LvsDraft lvs = new LvsDraft();

    /**
     * The settings.
     *
     * @param hostName
     *            router id when none was written
     * @param uptimeNanos
     *            time since boot, which vrrp_delay_after_boot counts from; negative when unknown
     */
    public GlobalSettings settings(String hostName, long uptimeNanos) {
        long bootDelay = uptimeNanos < 0 ? 0 : Math.max(0, delayAfterBootNanos - uptimeNanos);
        Mail mail = new Mail(recipients, mailFrom, smtpServer, smtpPort, smtpHelo, smtpTimeoutNanos, smtpAlert,
                smtpAlertVrrp);
        ProcessNames names = new ProcessNames(fixedProcessNames, processName, vrrpProcessName, checkerProcessName,
                bfdProcessName);
        return new GlobalSettings(routerId == null ? hostName : routerId, mail, scriptUser, scriptSecurity, version,
                garp.settings(minimalGarp),
                garpIntervalNanos, gnaIntervalNanos, strict, skipCheckAdvAddr, checkUnicastSource, mcastGroup4,
                mcastGroup6,
                Math.max(startupDelayNanos, bootDelay), lowerPrioNoAdvert, higherPrioSendAdvert, downTimerAdverts,
                defaultInterface,
                dynamicInterfaces, allowInterfaceChanges, maxAutoPriority, minAutoPriorityDelayNanos, realtimePriority,
                nice, noSwap, names, umask,
                jsonVersion, notifyPriorityChanges, logUnknownVrids, v3ChecksumAsV2, ownerIgnoreAdverts,
                lvs.settings());
    }
}
