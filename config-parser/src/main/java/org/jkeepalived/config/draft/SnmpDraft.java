package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.Dbus;
import org.jkeepalived.config.settings.Snmp;

/** The SNMP agent and the objects on the system bus while they are read; null where nothing was written. */
public final class SnmpDraft {
    private static final long AGE_DEFAULT_NANOS = 5_000_000_000L;
    private static final String SERVICE_DEFAULT = "org.keepalived.Vrrp1";

    public String socket;
    public boolean traps;
    public boolean vrrp;
    public boolean rfc;
    public boolean rfcV2;
    public boolean rfcV3;
    public boolean checker;
    public Long virtualServerAgeNanos;
    public Long realServerAgeNanos;
    public boolean dbus;
    public String dbusServiceName;
    public String dbusNoInterfaceName;

    /** The settings of the agent. */
    public Snmp settings() {
        long virtualAge = virtualServerAgeNanos == null ? AGE_DEFAULT_NANOS : virtualServerAgeNanos;
        return new Snmp(socket, traps, vrrp, rfc || rfcV2, rfc || rfcV3, checker, virtualAge,
                realServerAgeNanos == null ? virtualAge : realServerAgeNanos);
    }

    /** The settings of the bus. */
    public Dbus dbusSettings() {
        return new Dbus(dbus, dbusServiceName == null ? SERVICE_DEFAULT : dbusServiceName, dbusNoInterfaceName);
    }
}
