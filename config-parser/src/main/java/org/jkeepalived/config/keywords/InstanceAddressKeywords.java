package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.ValueType;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.iproute.AddressLine;
import org.jkeepalived.config.iproute.LineContext;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.settings.AddressText;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.settings.UnicastPeer;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/** The keywords of vrrp_instance about interfaces and addresses. */
final class InstanceAddressKeywords {
    private static final int LONGEST_INTERFACE = 15;
    private static final int TTL_MAX = 255;
    private static final WholeNumber TTL = WholeNumber.strict(0, TTL_MAX);
    static final String ENTRY = "ADDR[/PREFIX] [brd ADDR|+|-] [dev IFNAME] [scope SCOPE] [label LABEL] [peer ADDR] [preferred_lft SECONDS]"
            + " [home] [-nodad] [mngtmpaddr] [noprefixroute] [autojoin] [no_track] per line";

    static final List<Keyword<InstanceDraft>> ALL = List.of(
            Keyword.<InstanceDraft>words("interface", "IFNAME", Field.INTERFACE)
                    .required()
                    .onReload(ReloadEffect.NEW_INSTANCE)
                    .example("interface eth0")
                    .shows(Field.INTERFACE)
                    .says("Interface of the instance."),
            Keyword.<InstanceDraft>typed("dont_track_primary", new ValueType.Flag(), Field.DONT_TRACK_PRIMARY)
                    .defaults("off")
                    .shows(Field.DONT_TRACK_PRIMARY)
                    .says("A down interface of the instance does not put it into FAULT."),
            Keyword.<InstanceDraft>list("virtual_ipaddress", ENTRY, Field.ADDRESSES)
                    .onReload(ReloadEffect.NEW_KIND)
                    .shows(Field.ADDRESSES)
                    .example("virtual_ipaddress {\n  192.0.2.100/24 dev eth0 label eth0:1\n}")
                    .says("Addresses that are owned and advertised."),
            Keyword.<InstanceDraft>list("virtual_ipaddress_excluded", ENTRY, Field.EXCLUDED)
                    .shows(Field.EXCLUDED)
                    .example("virtual_ipaddress_excluded {\n  2001:db8::100/64\n}")
                    .says("Addresses that are owned and not advertised; they may be of the other family."),
            Keyword.<InstanceDraft>typed("no_virtual_ipaddress", new ValueType.Flag(), Field.NO_ADDRESS)
                    .defaults("off")
                    .shows(Field.NO_ADDRESS)
                    .says("Permit an instance without addresses."),
            Keyword.<InstanceDraft>words("mcast_src_ip", "ADDR", Field.MULTICAST_SOURCE)
                    .required()
                    .defaults("the first address of the interface")
                    .onReload(ReloadEffect.NEW_KIND)
                    .example("mcast_src_ip 192.0.2.1")
                    .shows(Field.MULTICAST_SOURCE)
                    .says("Source of the adverts."),
            Keyword.<InstanceDraft>words("unicast_src_ip", "ADDR", Field.UNICAST_SOURCE)
                    .required()
                    .defaults("the first address of the interface")
                    .onReload(ReloadEffect.NEW_INSTANCE)
                    .example("unicast_src_ip 192.0.2.1")
                    .shows(Field.UNICAST_SOURCE)
                    .says("Source of unicast adverts."),
            Keyword.<InstanceDraft>typed("track_src_ip", new ValueType.Flag(), Field.TRACK_SOURCE)
                    .defaults("off")
                    .shows(Field.TRACK_SOURCE)
                    .says("FAULT while the configured source is absent."),
            Keyword.<InstanceDraft>words("mcast_dst_ip", "a multicast ADDR", Field.DESTINATION)
                    .required()
                    .inherits(InstanceAddressKeywords::inheritedGroup)
                    .defaults("vrrp_mcast_group4 or 6")
                    .onReload(ReloadEffect.NEW_INSTANCE)
                    .example("mcast_dst_ip 224.0.0.19")
                    .shows(Field.DESTINATION)
                    .says("Destination of the adverts."),
            Keyword.<InstanceDraft>list("unicast_peer", "ADDR [min_ttl N] [max_ttl N] per line", Field.PEERS)
                    .defaults("multicast")
                    .onReload(ReloadEffect.NEW_KIND)
                    .example("unicast_peer {\n  192.0.2.2\n}")
                    .shows(Field.PEERS)
                    .says("Send adverts to and accept them from these addresses."),
            Keyword.<InstanceDraft>typed("unicast_ttl", TTL, Field.UNICAST_TTL)
                    .required()
                    .defaults("255")
                    .example("unicast_ttl 64")
                    .shows(Field.UNICAST_TTL)
                    .says("TTL or hop limit of unicast adverts."),
            Keyword.<InstanceDraft>typed("unicast_fault_no_peer", new ValueType.Flag(), Field.FAULT_WITHOUT_PEER)
                    .defaults("off")
                    .shows(Field.FAULT_WITHOUT_PEER)
                    .says("FAULT instead of multicast when unicast keywords are given and no peer is."),
            Keyword.<InstanceDraft>typed("check_unicast_src", new ValueType.Flag(), Field.CHECK_SOURCE)
                    .inherits("vrrp_check_unicast_src")
                    .defaults("vrrp_check_unicast_src")
                    .shows(Field.CHECK_SOURCE)
                    .says("Drop unicast adverts from addresses that are not peers."));

    private InstanceAddressKeywords() {}

    /** What each keyword reads and shows: one class, as a lambda for each would cost every start. */
    private enum Field implements Keyword.Binder<InstanceDraft>, Function<InstanceDraft, Object> {
        INTERFACE,
        DONT_TRACK_PRIMARY,
        ADDRESSES,
        EXCLUDED,
        NO_ADDRESS,
        MULTICAST_SOURCE,
        UNICAST_SOURCE,
        TRACK_SOURCE,
        DESTINATION,
        PEERS,
        UNICAST_TTL,
        FAULT_WITHOUT_PEER,
        CHECK_SOURCE;

        @Override
        public void bind(InstanceDraft instance, Statement statement, Binding binding) {
            switch (this) {
                case INTERFACE -> interfaceName(instance, statement, binding);
                case DONT_TRACK_PRIMARY -> instance.trackPrimary = false;
                case ADDRESSES -> addresses(instance, statement, binding, false);
                case EXCLUDED -> addresses(instance, statement, binding, true);
                case NO_ADDRESS -> instance.allowNoAddress = true;
                case MULTICAST_SOURCE -> source(instance, statement, binding, false);
                case UNICAST_SOURCE -> source(instance, statement, binding, true);
                case TRACK_SOURCE -> instance.trackSource = true;
                case DESTINATION -> mcastDestination(instance, statement, binding);
                case PEERS -> peers(instance, statement, binding);
                case UNICAST_TTL -> unicastTtl(instance, statement, binding);
                case FAULT_WITHOUT_PEER -> instance.faultWithoutPeer = true;
                case CHECK_SOURCE -> {
                    instance.checkUnicastSource = true;
                    instance.unicastWanted = true;
                }
            }
        }

        @Override
        public Object apply(InstanceDraft instance) {
            return switch (this) {
                case INTERFACE -> instance.interfaceName == null || instance.interfaceBySource
                        ? null
                        : Quoting.word(instance.interfaceName);
                case DONT_TRACK_PRIMARY -> !instance.trackPrimary;
                case ADDRESSES -> instance.addresses.stream().map(VirtualAddress::asWritten).toList();
                case EXCLUDED -> instance.excluded.stream().map(VirtualAddress::asWritten).toList();
                case NO_ADDRESS -> instance.allowNoAddress;
                case MULTICAST_SOURCE -> instance.unicastSource ? null : text(instance.source);
                case UNICAST_SOURCE -> instance.unicastSource ? text(instance.source) : null;
                case TRACK_SOURCE -> instance.trackSource;
                case DESTINATION -> text(instance.mcastDestination);
                case PEERS -> instance.peers.values().stream().map(InstanceAddressKeywords::peerText).toList();
                case UNICAST_TTL -> instance.unicastTtl < 0 ? null : instance.unicastTtl;
                case FAULT_WITHOUT_PEER -> instance.faultWithoutPeer;
                case CHECK_SOURCE -> Boolean.TRUE.equals(instance.checkUnicastSource);
            };
        }
    }

    private static void interfaceName(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word.text().length() > LONGEST_INTERFACE) {
            binding.findings()
                    .error(word.place(), "too-long", "Interface name '" + word + "' too long - ignoring",
                            "up to 15 characters");
            return;
        }
        if (binding.facts().isLoopback(word.text())) {
            binding.findings()
                    .error(word.place(), "loopback", "(" + instance.name + ") cannot use a loopback interface (" + word
                            + ") for vrrp - ignoring");
            instance.interfaceName = null;
            return;
        }
        instance.interfaceName = word.text();
        instance.interfacePlace = word.place();
    }

    private static void addresses(InstanceDraft instance, Statement block, Binding binding, boolean excluded) {
        LineContext context = new LineContext(binding, instance.routing.shared.iproute2Directories(), null);
        for (Statement entry : block.children()) {
            Word word = entry.keyword();
            VirtualAddress address = AddressLine.read(entry.words(), null, context);
            if (address == null) {
                continue;
            }
            boolean duplicate = instance.addresses.stream().anyMatch(other -> other.address().equals(address.address()))
                    || instance.excluded.stream().anyMatch(other -> other.address().equals(address.address()));
            boolean absent = address.interfaceName() != null && !binding.dynamicInterfaces()
                    && !binding.facts().interfaceExists(address.interfaceName());
            // The start ends with it, and the family is that of the first address that can be.
            if (!excluded && !absent && !instance.admits(address.address())) {
                binding.findings()
                        .error(word.place(), "wrong-family", "(" + instance.name
                                + "): address family must match VRRP instance [" + word + "] - ignoring",
                                instance.family.label() + ", or virtual_ipaddress_excluded");
            } else if (duplicate) {
                binding.findings()
                        .notice(word.place(), "duplicate",
                                "(" + instance.name + ") duplicate address " + word + " - ignoring");
            } else {
                (excluded ? instance.excluded : instance.addresses).add(address);
                binding.origins().entry(address, word);
            }
        }
    }

    private static void source(InstanceDraft instance, Statement statement, Binding binding, boolean unicast) {
        Word word = statement.argument();
        instance.unicastWanted |= unicast;
        IpAddress address = Addresses.parseWithPrefix(word.text());
        if (address == null) {
            binding.findings()
                    .error(word.place(), "bad-address", "Configuration error: VRRP instance[" + instance.name
                            + "] malformed src address[" + word + "]. Skipping...", "an address");
        } else if (!instance.admits(address)) {
            binding.findings()
                    .error(word.place(), "wrong-family", "Configuration error: VRRP instance[" + instance.name
                            + "] and src address[" + word + "] MUST be of the same family !!! Skipping...",
                            instance.family.label());
        } else {
            instance.source = address;
            instance.unicastSource = unicast;
        }
    }

    private static void mcastDestination(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        IpAddress address = Addresses.parseWithPrefix(word.text());
        String who = "(" + instance.name + ") ";
        if (address == null) {
            binding.findings()
                    .error(word.place(), "bad-address", who + "malformed mcast dest address " + word + ". Skipping...",
                            "a multicast address");
        } else if (!address.isMulticast()) {
            binding.findings()
                    .error(word.place(), "not-multicast", who + "mcast_dst_ip " + word + " not multicast. Skipping...",
                            "a multicast address");
        } else if (!instance.admits(address)) {
            binding.findings()
                    .error(word.place(), "wrong-family",
                            who + "mcast dest address " + word + " MUST match VRRP instance family. Skipping...",
                            instance.family.label());
        } else {
            if (address.isIpv6() && !address.isLinkLocalMulticast()) {
                binding.findings()
                        .warning(word.place(), "not-link-local",
                                who + "mcast_dst_ip " + word + " should be link-local multicast.");
            }
            instance.mcastDestination = address;
        }
    }

    private static void peers(InstanceDraft instance, Statement block, Binding binding) {
        instance.unicastWanted = true;
        for (Statement entry : block.children()) {
            Word word = entry.keyword();
            IpAddress address = Addresses.parseWithPrefix(word.text());
            String who = "Configuration error: VRRP instance[" + instance.name + "] ";
            if (address == null) {
                binding.findings()
                        .error(word.place(), "bad-address",
                                who + "malformed unicast peer address[" + word + "]. Skipping...", "an address");
            } else if (!instance.admits(address)) {
                binding.findings()
                        .error(word.place(), "wrong-family", who + "and unicast peer address[" + word
                                + "] MUST be of the same family !!! Skipping...", instance.family.label());
            } else if (instance.peers.containsKey(address)) {
                binding.findings()
                        .notice(word.place(), "duplicate",
                                "(" + instance.name + ") duplicate unicast peer " + word + " - ignoring");
            } else {
                UnicastPeer peer = peer(instance, address, entry.words(), binding);
                instance.peers.put(address, peer);
                binding.origins().entry(peer, word);
            }
        }
    }

    private static UnicastPeer peer(InstanceDraft instance, IpAddress address, List<Word> words, Binding binding) {
        int min = 0;
        int max = TTL_MAX;
        String who = "(" + instance.name + ") ";
        for (int i = 1; i < words.size(); i += 2) {
            Word option = words.get(i);
            boolean known = option.text().equals("min_ttl") || option.text().equals("max_ttl");
            if (i + 1 == words.size()) {
                binding.findings()
                        .error(option.place(), "missing-value", who + option + " is missing a value",
                                "min_ttl or max_ttl, with a TTL 0..255");
                break;
            }
            if (!known) {
                binding.findings()
                        .error(option.place(), "unknown-option", who + "unknown unicast_peer option " + option,
                                "min_ttl or max_ttl");
                break;
            }
            OptionalLong ttl = TTL.read(words.get(i + 1), binding);
            if (ttl.isPresent() && option.text().equals("min_ttl")) {
                min = (int) ttl.getAsLong();
            } else if (ttl.isPresent()) {
                max = (int) ttl.getAsLong();
            }
            if (ttl.isPresent() && instance.checkUnicastSource == null) {
                instance.checkUnicastSource = true;
            }
        }
        if (min > max) {
            binding.findings()
                    .error(words.getFirst().place(), "empty-range",
                            who + "min_ttl " + min + " > max_ttl " + max + " - all packets will be discarded");
        }
        return new UnicastPeer(address, min, max);
    }

    private static String text(IpAddress address) {
        return address == null ? null : AddressText.of(address);
    }

    private static String peerText(UnicastPeer peer) {
        return text(peer.address()) + (peer.minTtl() > 0 ? " min_ttl " + peer.minTtl() : "")
                + (peer.maxTtl() < TTL_MAX ? " max_ttl " + peer.maxTtl() : "");
    }

    private static String inheritedGroup(InstanceDraft instance) {
        if (!instance.peers.isEmpty()) {
            return null;
        }
        return instance.family == AddressFamily.IPV6 ? "vrrp_mcast_group6" : "vrrp_mcast_group4";
    }

    private static void unicastTtl(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong ttl = TTL.read(word, binding);
        if (ttl.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored",
                            "(" + instance.name + "): TTL '" + word + "' not valid - must be between 0 & 255");
            return;
        }
        instance.unicastTtl = (int) ttl.getAsLong();
        instance.unicastTtlPlace = word.place();
    }
}
