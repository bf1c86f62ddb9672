package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.config.settings.Authentication;
import org.jkeepalived.config.settings.Garp;
import org.jkeepalived.config.settings.InitialState;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.config.settings.UnicastChecksum;
import org.jkeepalived.config.settings.UnicastPeer;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/** A vrrp_instance while it is read; null where nothing was written. */
public final class InstanceDraft implements Follower {

    public final String name;
    public final Place place;
    /** Of {@link InstanceSettings#SECTION}. */
    public final Values values;
    /** The block's closing brace, or null. */
    public Place closing;
    public String interfaceName;
    public Place interfacePlace;
    /** No interface was named, it is the one that holds the unicast source address. */
    public boolean interfaceBySource;
    public boolean interfaceExists = true;
    /** Set by the first address or by native_ipv6. */
    public AddressFamily family;
    public boolean nativeIpv6;
    public final List<VirtualAddress> addresses = new ArrayList<>();
    public final List<VirtualAddress> excluded = new ArrayList<>();
    public RoutingDraft routing;
    public boolean allowNoAddress;
    public Authentication.Type authType;
    public String authPass;
    public HmacDraft hmac;
    public final LinkDraft link = new LinkDraft();
    public UnicastChecksum unicastChecksum;
    /** Priority of the backup that would have taken over; 0 when the keyword was not given. */
    public int timerExpiredPriority;
    public IpAddress source;
    /** The source was named by unicast_src_ip. */
    public boolean unicastSource;
    public boolean trackSource;
    public IpAddress mcastDestination;
    public final Map<IpAddress, UnicastPeer> peers = new LinkedHashMap<>();
    /** A keyword that only makes sense with peers was given. */
    public boolean unicastWanted;
    public Place unicastTtlPlace;
    public int unicastTtl = -1;
    public Boolean checkUnicastSource;
    public boolean faultWithoutPeer;
    public boolean unicastFault;
    public boolean trackPrimary = true;
    public final Followed followed = new Followed();
    /** Of {@link Garp#SECTION}. */
    public final Values garp;
    public final NotifyDraft notify = new NotifyDraft();

    /** An instance without anything, which inherits from global_defs. */
    public InstanceDraft(String name, Place place, GlobalDraft global) {
        this.name = name;
        this.place = place;
        this.values = new Values(InstanceSettings.SECTION, name, global.values, global.mail);
        this.garp = new Values(Garp.SECTION, name, global.values);
    }

    /** What holds as yet. */
    public <T> T get(Setting<T> setting) {
        return values.get(setting);
    }

    /** What was written in the instance, or null. */
    public <T> T own(Setting<T> setting) {
        return values.own(setting);
    }

    /** Writes, repairs or, with null, takes back a value. */
    public <T> void put(Setting<T> setting, T value) {
        values.put(setting, value);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String asOwnerOfScripts() {
        return "(" + name + ") ";
    }

    @Override
    public Followed followed() {
        return followed;
    }

    @Override
    public NotifyDraft notifying() {
        return notify;
    }

    /** Whether the address fits the instance; the first one decides the family. */
    public boolean admits(IpAddress address) {
        AddressFamily its = familyOf(address);
        if (family == null) {
            family = its;
        }
        return family == its;
    }

    /** The address's family. */
    public static AddressFamily familyOf(IpAddress address) {
        return address.isIpv6() ? AddressFamily.IPV6 : AddressFamily.IPV4;
    }

    /** 255 with state MASTER, else 100, when none was written. */
    public int effectivePriority() {
        Integer priority = own(InstanceSettings.PRIORITY);
        if (priority != null) {
            return priority;
        }
        return own(InstanceSettings.STATE) == InitialState.MASTER ? 255 : 100;
    }

    /** Whether it owns its addresses. */
    public boolean owner() {
        return effectivePriority() == 255;
    }

    /** Its own or the global strict mode. */
    public boolean strict() {
        return get(InstanceSettings.STRICT);
    }

    /** Its version: 3 for IPv6, its own, else the global one. */
    public int effectiveVersion() {
        return family == AddressFamily.IPV6 ? 3 : get(InstanceSettings.VERSION);
    }

    /** What holds after the rules. */
    public Values settled(SyncGroupDraft group) {
        Values settled = values.copy();
        settled.put(InstanceSettings.VERSION, effectiveVersion());
        settled.put(InstanceSettings.OWNER_IGNORE_ADVERTS, owner() && get(InstanceSettings.OWNER_IGNORE_ADVERTS));
        if (own(InstanceSettings.NOTIFY_PRIORITY_CHANGES) == null && group != null) {
            settled.put(InstanceSettings.NOTIFY_PRIORITY_CHANGES,
                    group.values.own(SyncGroupSettings.NOTIFY_PRIORITY_CHANGES));
        }
        return settled.frozen();
    }
}
