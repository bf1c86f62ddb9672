package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.DaemonSettings;

/** The words outside any block while they are read; null where nothing was written. */
public final class DaemonDraft {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long CHILD_WAIT_DEFAULT_SECONDS = 5;

    public String networkNamespace;
    public Place networkNamespacePlace;
    /** Empty for the default namespace. */
    public String ipvsNamespace;
    public boolean ipsetsInNamespace;
    public String instance;
    public boolean pidDirectory;
    public Long childWaitSeconds;

    /** The settings. */
    public DaemonSettings settings() {
        return new DaemonSettings(networkNamespace, ipvsNamespace, ipsetsInNamespace, instance, pidDirectory,
                (childWaitSeconds == null ? CHILD_WAIT_DEFAULT_SECONDS : childWaitSeconds) * NANOS_PER_SECOND);
    }
}
