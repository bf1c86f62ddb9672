package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.ValueType;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.LinkDraft;
import org.jkeepalived.config.draft.LinkDraft.PrivateLink;
import org.jkeepalived.config.host.Iproute2Table;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.settings.AddressText;
import org.jkeepalived.config.settings.Ipvlan;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.IpAddress;

/** use_vmac, use_ipvlan and what belongs to them. */
final class PrivateLinkKeywords {
    private static final int LONGEST_NAME = 15;
    private static final Pattern MAC_CHARACTERS = Pattern.compile("[0-9A-Fa-f:]*");
    /** Keepalived looks at no more than six octets. */
    private static final Pattern MAC = Pattern
            .compile("[0-9A-Fa-f]{1,2}(?::[0-9A-Fa-f]{1,2}){4}(?::(?:[0-9A-Fa-f]{1,2}(?::.*)?)?)?");
    private static final Pattern VRRP_MAC = Pattern.compile("0?0:0?0:5[eE]:0?0:0?[12](?::.*)?");
    private static final int OCTETS = 6;
    private static final Pattern BAD_NAME = Pattern.compile(".*[/:\\s].*|");

    static final List<Keyword<InstanceDraft>> ALL = List.of(
            Keyword.<InstanceDraft>words("use_vmac", "[NAME or name NAME] [MAC] [group GROUP] [netlink_notify_msg]",
                    Field.VMAC)
                    .defaults("off")
                    .onReload(ReloadEffect.NEW_INSTANCE)
                    .notYet()
                    .example("use_vmac vrrp.51 02:00:00:00:00:01")
                    .shows(Field.VMAC)
                    .says("Run on a private macvlan interface with the virtual MAC address."),
            Keyword.<InstanceDraft>words("use_ipvlan",
                    "[NAME or name NAME] [ADDR[/PREFIX]] [bridge, private or vepa] [group GROUP]", Field.IPVLAN)
                    .defaults("off")
                    .onReload(ReloadEffect.NEW_INSTANCE)
                    .notYet()
                    .example("use_ipvlan ipvl.51 192.0.2.9/24 bridge")
                    .shows(Field.IPVLAN)
                    .says("Run on a private ipvlan interface; one of IPv4 needs an address."),
            Keyword.<InstanceDraft>typed("use_vmac_addr", new ValueType.Flag(), Field.VMAC_ADDRESSES)
                    .defaults("off")
                    .notYet()
                    .shows(Field.VMAC_ADDRESSES)
                    .says("Make macvlan interfaces for addresses on other interfaces too."),
            Keyword.<InstanceDraft>typed("vmac_xmit_base", new ValueType.Flag(), Field.TRANSMIT_FROM_BASE)
                    .defaults("off")
                    .notYet()
                    .example("vmac_xmit_base")
                    .shows(Field.TRANSMIT_FROM_BASE)
                    .says("Send adverts from the interface below the macvlan one."),
            Keyword.<InstanceDraft>words("vrf", "IFNAME", Field.VRF)
                    .required()
                    .defaults("none")
                    .notYet()
                    .example("vrf vrf-blue")
                    .shows(Field.VRF)
                    .says("Receive unicast adverts through this VRF, of an instance that names no interface."),
            Keyword.<InstanceDraft>typed("promote_secondaries", new ValueType.Flag(), Field.PROMOTE_SECONDARIES)
                    .defaults("off")
                    .notYet()
                    .shows(Field.PROMOTE_SECONDARIES)
                    .says("Set the sysctl of that name on the interface."));

    private PrivateLinkKeywords() {}

    /** What each keyword reads and shows: one class, as a lambda for each would cost every start. */
    private enum Field implements Keyword.Binder<InstanceDraft>, Function<InstanceDraft, Object> {
        VMAC,
        IPVLAN,
        VMAC_ADDRESSES,
        TRANSMIT_FROM_BASE,
        VRF,
        PROMOTE_SECONDARIES;

        @Override
        public void bind(InstanceDraft instance, Statement statement, Binding binding) {
            switch (this) {
                case VMAC -> vmac(instance, statement, binding);
                case IPVLAN -> ipvlan(instance, statement, binding);
                case VMAC_ADDRESSES -> instance.link.vmacAddresses = true;
                case TRANSMIT_FROM_BASE -> instance.link.transmitFromBase = true;
                case VRF -> vrf(instance, statement, binding);
                case PROMOTE_SECONDARIES -> instance.link.promoteSecondaries = true;
            }
        }

        @Override
        public Object apply(InstanceDraft instance) {
            return switch (this) {
                case VMAC -> vmacText(instance.link);
                case IPVLAN -> ipvlanText(instance.link);
                case VMAC_ADDRESSES -> instance.link.vmacAddresses;
                case TRANSMIT_FROM_BASE -> instance.link.transmitFromBase;
                case VRF -> instance.link.vrf == null ? null : Quoting.word(instance.link.vrf);
                case PROMOTE_SECONDARIES -> instance.link.promoteSecondaries;
            };
        }
    }

    private static void vmac(InstanceDraft instance, Statement statement, Binding binding) {
        LinkDraft link = instance.link;
        link.vmac.wanted = true;
        List<Word> words = statement.arguments();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            switch (word.text()) {
                case "netlink_notify_msg" -> link.netlinkNotify = true;
                case "group" -> group(instance, link.vmac, word, next(words, ++i), binding);
                case "name" -> vmacName(instance, word, next(words, ++i), binding);
                default -> {
                    if (word.text().indexOf(':') >= 0) {
                        macAddress(link, word, binding);
                    } else {
                        vmacName(instance, word, word, binding);
                    }
                }
            }
        }
    }

    private static Word next(List<Word> words, int index) {
        return index < words.size() ? words.get(index) : null;
    }

    private static void group(InstanceDraft instance, PrivateLink link, Word option, Word value, Binding binding) {
        if (value == null) {
            missing(option, binding);
        } else if (Character.isDigit(value.text().isEmpty() ? ' ' : value.text().charAt(0))) {
            OptionalLong number = WholeNumber.strict(0, Integer.MAX_VALUE).read(value, binding);
            link.group = number.isPresent() ? value.text() : link.group;
        } else if (binding.facts()
                .iproute2Number(Iproute2Table.GROUPS, value.text(), instance.routing.shared.iproute2Directories())
                .isEmpty()) {
            binding.findings()
                    .error(value.place(), "unknown-name",
                            "(" + instance.name + ") interface group '" + value + "' is not known - ignoring",
                            "a number, or a name of iproute2's file group");
        } else {
            link.group = value.text();
        }
    }

    private static void missing(Word option, Binding binding) {
        binding.findings()
                .error(option.place(), "missing-value", option + " is missing a value", option + " with a value");
    }

    private static void vmacName(InstanceDraft instance, Word option, Word name, Binding binding) {
        if (name == null) {
            missing(option, binding);
        } else if (instance.link.vmac.name != null) {
            binding.findings().error(name.place(), "already-set", "VMAC interface name already specified");
        } else if (name.text().length() > LONGEST_NAME || BAD_NAME.matcher(name.text()).matches()) {
            binding.findings()
                    .error(name.place(), "bad-name",
                            "VMAC interface name '" + name + "' too long or invalid characters - ignoring",
                            "up to 15 characters without blank, slash and colon");
        } else if (isOther(name, "macvlan", binding)) {
            binding.findings()
                    .error(name.place(), "name-taken", "(" + instance.name + ") interface " + name
                            + " already exists and is not a private macvlan; ignoring vmac if_name");
        } else {
            instance.link.vmac.name = name.text();
            instance.link.vmac.namePlace = name.place();
        }
    }

    private static boolean isOther(Word name, String kind, Binding binding) {
        return binding.facts().interfaceExists(name.text()) && !binding.facts().interfaceKind(name.text()).equals(kind);
    }

    private static void macAddress(LinkDraft link, Word word, Binding binding) {
        String text = word.text();
        String problem = null;
        if (link.macAddress != null) {
            problem = "VMAC interface address already specified";
        } else if (!MAC_CHARACTERS.matcher(text).matches()) {
            problem = "VMAC invalid MAC address " + text;
        } else if (!MAC.matcher(text).matches()) {
            problem = "VMAC invalid MAC address " + text + " - ignored";
        } else if ((Integer.parseInt(text.substring(0, text.indexOf(':')), 16) & 1) != 0) {
            problem = "VMAC MAC address is multicast " + text + " - ignoring";
        } else if (VRRP_MAC.matcher(text).matches()) {
            problem = "VMAC MAC address not allowed to be RFC5798 address (" + text + ") - ignoring";
        }
        if (problem != null) {
            binding.findings().error(word.place(), "bad-mac", problem, "five or six octets such as 02:00:00:00:00:01");
            return;
        }
        String[] octets = text.split(":");
        StringBuilder canonical = new StringBuilder();
        for (int i = 0; i < Math.min(octets.length, OCTETS); i++) {
            canonical.append(i == 0 ? "" : ":")
                    .append(octets[i].length() == 1 ? "0" : "")
                    .append(octets[i].toLowerCase(Locale.ROOT));
        }
        link.macAddress = canonical.toString();
    }

    private static void ipvlan(InstanceDraft instance, Statement statement, Binding binding) {
        LinkDraft link = instance.link;
        if (link.ipvlan.wanted) {
            binding.findings()
                    .error(statement.keyword().place(), "already-set",
                            "(" + instance.name + ") use_ipvlan already specified");
            return;
        }
        link.ipvlan.wanted = true;
        List<Word> words = statement.arguments();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            switch (word.text()) {
                case "bridge", "private", "vepa" -> mode(instance, word, binding);
                case "group" -> group(instance, link.ipvlan, word, next(words, ++i), binding);
                case "name" -> ipvlanName(instance, word, next(words, ++i), binding);
                default -> {
                    if (!address(instance, word, binding)) {
                        ipvlanName(instance, word, word, binding);
                    }
                }
            }
        }
    }

    private static void mode(InstanceDraft instance, Word word, Binding binding) {
        if (instance.link.ipvlanMode != null) {
            binding.findings()
                    .error(word.place(), "already-set",
                            "(" + instance.name + ") ipvlan type already specified - ignoring '" + word + "'");
        } else {
            instance.link.ipvlanMode = Ipvlan.Mode.valueOf(word.text().toUpperCase(Locale.ROOT));
        }
    }

    private static void ipvlanName(InstanceDraft instance, Word option, Word name, Binding binding) {
        String who = "(" + instance.name + ") ";
        if (name == null) {
            missing(option, binding);
        } else if (instance.link.ipvlan.name != null || instance.link.vmac.name != null) {
            binding.findings()
                    .error(name.place(), "already-set",
                            who + "IPVLAN interface already specified - ignoring '" + name + "'");
        } else if (name.text().length() > LONGEST_NAME) {
            binding.findings()
                    .error(name.place(), "bad-name", who + "IPVLAN interface name '" + name + "' too long - ignoring",
                            "up to 15 characters");
        } else if (isOther(name, "ipvlan", binding)) {
            binding.findings()
                    .error(name.place(), "name-taken", who + "interface " + name
                            + " already exists and is not an l2 ipvlan; ignoring ipvlan if_name");
        } else {
            instance.link.ipvlan.name = name.text();
            instance.link.ipvlan.namePlace = name.place();
        }
    }

    /** False when the word is no address: keepalived takes it for a name then. */
    private static boolean address(InstanceDraft instance, Word word, Binding binding) {
        int slash = word.text().indexOf('/');
        IpAddress address = Addresses.parseWithPrefix(word.text());
        if (address == null) {
            return false;
        }
        int longest = address.family().bits();
        int prefix = slash < 0 ? longest : prefix(word.text().substring(slash + 1), longest);
        if (prefix < 0) {
            return false;
        }
        String who = "(" + instance.name + ") ";
        if (instance.link.ipvlanAddress != null) {
            binding.findings()
                    .error(word.place(), "already-set",
                            who + "ipvlan address already specified - ignoring '" + word + "'");
        } else if (!instance.admits(address)) {
            binding.findings()
                    .error(word.place(), "wrong-family",
                            who + "ipvlan address[" + word + "] MUST match vrrp instance family !!! Skipping...",
                            instance.family.label());
        } else {
            instance.link.ipvlanAddress = address;
            instance.link.ipvlanPrefixLength = prefix;
            instance.link.ipvlanPrefixGiven = slash >= 0;
        }
        return true;
    }

    private static int prefix(String text, int longest) {
        boolean number = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int length = number ? Integer.parseInt(text) : -1;
        return length <= longest ? length : -1;
    }

    private static void vrf(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        String who = "(" + instance.name + ") ";
        if (instance.interfaceName != null) {
            binding.findings()
                    .error(word.place(), "conflict", who + "Cannot specify VRF interface and interface - ignoring");
        } else if (instance.link.vrf != null) {
            binding.findings()
                    .error(word.place(), "already-set",
                            who + "VRF interface already specified as '" + instance.link.vrf + "' - ignoring");
        } else if (word.text().length() > LONGEST_NAME) {
            binding.findings()
                    .error(word.place(), "too-long", who + "VRF interface name '" + word + "' too long - ignoring",
                            "up to 15 characters");
        } else if (binding.dynamicInterfaces() || binding.facts().interfaceExists(word.text())
                || !binding.findings()
                        .absentInterface(word.place(), who + "WARNING - VRF interface " + word + " doesn't exist",
                                "an interface of this machine")
                        .endsStart()) {
            instance.link.vrf = word.text();
            instance.link.vrfPlace = word.place();
        }
    }

    private static String vmacText(LinkDraft link) {
        if (!link.vmac.wanted) {
            return null;
        }
        StringBuilder text = new StringBuilder(linkText(link.vmac));
        append(text, link.macAddress);
        append(text, link.netlinkNotify ? "netlink_notify_msg" : null);
        return text.toString();
    }

    private static String ipvlanText(LinkDraft link) {
        if (!link.ipvlan.wanted) {
            return null;
        }
        StringBuilder text = new StringBuilder(linkText(link.ipvlan));
        append(text, link.ipvlanAddress == null
                ? null
                : AddressText.of(link.ipvlanAddress) + (link.ipvlanPrefixGiven ? "/" + link.ipvlanPrefixLength : ""));
        append(text, link.ipvlanMode == null ? null : link.ipvlanMode.name().toLowerCase(Locale.ROOT));
        return text.toString();
    }

    private static String linkText(PrivateLink link) {
        StringBuilder text = new StringBuilder();
        append(text, link.name == null ? null : "name " + Quoting.word(link.name));
        append(text, link.group == null ? null : "group " + Quoting.word(link.group));
        return text.toString();
    }

    private static void append(StringBuilder text, String words) {
        if (words != null) {
            text.append(text.isEmpty() ? "" : " ").append(words);
        }
    }
}
