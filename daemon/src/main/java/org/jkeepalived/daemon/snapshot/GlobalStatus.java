package org.jkeepalived.daemon.snapshot;

import org.jkeepalived.config.settings.Garp;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.config.settings.Mail;
import org.jkeepalived.config.settings.Scheduling;
import org.jkeepalived.daemon.dump.GarpSettings;
import org.jkeepalived.daemon.dump.GlobalSnapshot;

/** global_defs as dumps show it. */
public final class GlobalStatus {
    /** The interface of static addresses without dev, unless another is configured. */
    private static final String DEFAULT_INTERFACE = "eth0";
    private static final int NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private GlobalStatus() {}

    /** The settings in force. */
    public static GlobalSnapshot of(GlobalSettings global, ProcessFacts process) {
        String defaultInterface = global.defaultInterface() == null ? DEFAULT_INTERFACE : global.defaultInterface();
        return new GlobalSnapshot(process.networkNamespace(), global.routerId(),
                mail(global.mail(), process.hostName()), global.dynamicInterfaces(), global.allowInterfaceChanges(),
                defaultInterface, vrrp(global), garp(global.garp()), new GlobalSnapshot.Firewall("", 0),
                global.maxAutoPriority(), micros(global.minAutoPriorityDelayNanos()),
                process(global.processes().vrrp()),
                new GlobalSnapshot.Scripts(global.scriptSecurity(), process.scriptUid(), process.scriptGid()),
                process.umask(), micros(global.startupDelayNanos()), global.logUnknownVrids());
    }

    private static GlobalSnapshot.ProcessSettings process(Scheduling process) {
        return new GlobalSnapshot.ProcessSettings(process.nice(), process.noSwap(), process.realtimePriority(),
                process.rttimeLimitMicros());
    }

    private static GlobalSnapshot.Mail mail(Mail mail, String hostName) {
        String defaultHelo = mail.server() == null ? "" : hostName;
        return new GlobalSnapshot.Mail(orEmpty(mail.server()), mail.port(),
                mail.heloName() == null ? defaultHelo : mail.heloName(),
                (int) (mail.connectTimeoutNanos() / NANOS_PER_SECOND), orEmpty(mail.from()), mail.recipients(),
                mail.alert(), mail.alertVrrp(), null);
    }

    private static GlobalSnapshot.Vrrp vrrp(GlobalSettings global) {
        return new GlobalSnapshot.Vrrp(global.vrrpVersion(), global.mcastGroup4().toString(),
                global.mcastGroup6().toString(), global.downTimerAdverts(), global.lowerPrioNoAdvert(),
                global.higherPrioSendAdvert(), micros(global.garpIntervalNanos()), micros(global.gnaIntervalNanos()),
                global.checkUnicastSource(), global.skipCheckAdvAddr(), global.strict(), global.notifyPriorityChanges(),
                false);
    }

    static GarpSettings garp(Garp garp) {
        return new GarpSettings(seconds(garp.masterDelayNanos()), garp.masterRepeat(),
                seconds(garp.masterRefreshNanos()), garp.masterRefreshRepeat(), seconds(garp.lowerPrioDelayNanos()),
                garp.lowerPrioRepeat());
    }

    static long micros(long nanos) {
        return nanos / NANOS_PER_MICRO;
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static int seconds(long nanos) {
        return (int) (nanos / NANOS_PER_SECOND);
    }
}
