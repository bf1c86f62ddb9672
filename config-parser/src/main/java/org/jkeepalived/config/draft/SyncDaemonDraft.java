package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.SyncDaemonSettings;
import org.jkeepalived.net.IpAddress;

/** lvs_sync_daemon while it is read. */
public final class SyncDaemonDraft {
    /** Where it sends and listens. */
    public final String interfaceName;
    /** inst NAME, or null. */
    public String instanceName;
    /** id N, or null. */
    public Integer syncId;
    /** maxlen N; 0 for the kernel's value. */
    public int maxLength;
    /** port N; 0 for the kernel's value. */
    public int port;
    /** ttl N; 0 for the kernel's value. */
    public int ttl;
    /** group ADDR; null for the kernel's value. */
    public IpAddress group;

    /** Nothing but the interface. */
    public SyncDaemonDraft(String interfaceName) {
        this.interfaceName = interfaceName;
    }

    /** The settings. */
    public SyncDaemonSettings settings() {
        return new SyncDaemonSettings(interfaceName, instanceName, syncId, maxLength, port, ttl, group);
    }
}
