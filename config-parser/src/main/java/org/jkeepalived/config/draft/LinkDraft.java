package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.InterfaceSettings;
import org.jkeepalived.config.settings.Ipvlan;
import org.jkeepalived.config.settings.Vmac;
import org.jkeepalived.net.IpAddress;

/** What an instance wants of its interface; null where nothing was written. */
public final class LinkDraft {
    public final PrivateLink vmac = new PrivateLink();
    public String macAddress;
    public boolean netlinkNotify;
    public final PrivateLink ipvlan = new PrivateLink();
    public IpAddress ipvlanAddress;
    public int ipvlanPrefixLength;
    public boolean ipvlanPrefixGiven;
    public Ipvlan.Mode ipvlanMode;
    public boolean vmacAddresses;
    public boolean transmitFromBase;
    public String vrf;
    public Place vrfPlace;
    public boolean promoteSecondaries;
    public boolean pollLinkState;
    public Long receiveBufferBytes;
    public InterfaceSettings.ExtraGarp extraGarp;
    public String lvsSyncDaemon;
    public Place lvsSyncDaemonPlace;

    /** A macvlan or ipvlan interface. */
    public static final class PrivateLink {
        public boolean wanted;
        /** Null for a name of the daemon's choice. */
        public String name;
        public Place namePlace;
        public String group;
    }

    /** An interface of its own is wanted. */
    public boolean isPrivate() {
        return vmac.wanted || ipvlan.wanted;
    }

    /** What is left after the rules. */
    public InterfaceSettings settings() {
        return new InterfaceSettings(vmac.wanted ? new Vmac(vmac.name, macAddress, vmac.group, netlinkNotify) : null,
                ipvlan.wanted
                        ? new Ipvlan(ipvlan.name, ipvlanAddress, ipvlanPrefixLength,
                                ipvlanMode == null ? Ipvlan.Mode.BRIDGE : ipvlanMode, ipvlan.group)
                        : null,
                vmacAddresses, transmitFromBase, vrf, promoteSecondaries, pollLinkState,
                receiveBufferBytes == null ? -1 : receiveBufferBytes, extraGarp, lvsSyncDaemon);
    }
}
