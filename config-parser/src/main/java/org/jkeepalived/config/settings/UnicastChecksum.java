package org.jkeepalived.config.settings;

/** The checksum of unicast VRRPv3 adverts over IPv4, which keepalived computed differently before version 2.0 (old_unicast_checksum). */
public enum UnicastChecksum {
    /** The present one, or the old one where the master is heard to use it. */
    AUTOMATIC,
    /** The old one. */
    OLD,
    /** The present one, whatever the master uses. */
    NEW
}
