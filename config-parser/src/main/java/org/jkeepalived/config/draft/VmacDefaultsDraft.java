package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.VmacDefaults;

/** Defaults of interfaces with a virtual MAC address while they are read; null where nothing was written. */
public final class VmacDefaultsDraft {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final String PREFIX_DEFAULT = "vrrp";

    public String prefix;
    public String addressPrefix;
    public Long garpSeconds;
    public boolean garpOnAll;

    /** The settings. */
    public VmacDefaults settings() {
        String names = prefix == null ? PREFIX_DEFAULT : prefix;
        return new VmacDefaults(names, addressPrefix == null ? names : addressPrefix,
                garpSeconds == null ? 0 : garpSeconds * NANOS_PER_SECOND, garpOnAll);
    }
}
