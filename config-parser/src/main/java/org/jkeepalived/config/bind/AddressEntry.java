package org.jkeepalived.config.bind;

import org.jkeepalived.config.keyword.Binding;
import org.jkeepalived.config.keyword.WholeNumber;
import org.jkeepalived.config.report.Place;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.config.text.Word;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One line of virtual_ipaddress or virtual_ipaddress_excluded (keepalived.conf(5), ip address syntax). */
final class AddressEntry {
    private static final Map<String, Integer> SCOPES = Map.of("global", 0, "site", 200, "link", 253, "host", 254,
            "nowhere", 255);
    private static final int LONGEST_LABEL = 15;
    private static final int LONGEST_BROADCAST_PREFIX = 30;

    private final List<Word> words;
    private final Binding binding;
    private final String shown;
    private InetAddress address;
    private int prefixLength;
    private boolean prefixGiven;
    private String interfaceName;
    private Place interfacePlace;
    private int scope;
    private Inet4Address broadcast;
    private String label;
    private InetAddress peer;
    private boolean home;
    private boolean duplicateDetection;
    private boolean manageTemporary;
    private boolean noPrefixRoute;
    private boolean autojoin;
    private boolean noTrack;
    private long preferredLifetime = -1;
    private int next = 1;

    private AddressEntry(List<Word> words, Binding binding) {
        this.words = words;
        this.binding = binding;
        this.shown = words.getFirst().text();
    }

    /**
     * Reads the line.
     *
     * @param inInterface
     *            interface when the line names none, possibly null until the block ends
     * @param dynamic
     *            interfaces may be missing
     * @return null when the entry is dropped, which is reported
     */
    static VirtualAddress read(List<Word> words, String inInterface, boolean dynamic, Binding binding) {
        AddressEntry entry = new AddressEntry(words, binding);
        return entry.readAddress() && entry.readOptions() ? entry.result(inInterface, dynamic) : null;
    }

    private boolean readAddress() {
        Word word = words.getFirst();
        int slash = shown.indexOf('/');
        address = Addresses.parse(slash < 0 ? shown : shown.substring(0, slash));
        if (address == null) {
            return fail(word, "bad-address", "VRRP parsed invalid IP " + shown + ". skipping IP...", "ADDR[/PREFIX]");
        }
        int hostLength = address instanceof Inet6Address ? 128 : 32;
        prefixLength = hostLength;
        if (slash >= 0) {
            prefixGiven = true;
            String text = shown.substring(slash + 1);
            OptionalLong length = text.isEmpty()
                    ? OptionalLong.of(0)
                    : WholeNumber.strict(0, hostLength).read(text, word, binding);
            if (length.isEmpty()) {
                error(word, "bad-prefix",
                        "Invalid address prefix len " + text + " for address " + shown + " - using " + hostLength,
                        null);
            }
            prefixLength = (int) length.orElse(hostLength);
        }
        return true;
    }

    private boolean readOptions() {
        while (next < words.size()) {
            Word option = words.get(next++);
            boolean good = switch (option.text()) {
                case "dev" -> takesDev(option);
                case "scope" -> takesScope(option);
                case "brd", "broadcast" -> takesBroadcast(option);
                case "label" -> takesLabel(option);
                case "peer" -> takesPeer(option);
                case "preferred_lft" -> takesLifetime(option);
                case "home" -> home = true;
                case "-nodad" -> duplicateDetection = true;
                case "mngtmpaddr" -> manageTemporary = true;
                case "noprefixroute" -> noPrefixRoute = true;
                case "autojoin" -> autojoin = true;
                case "no_track" -> noTrack = true;
                case "use_vmac" -> {
                    binding.findings().notice(option.place(), "not-supported",
                            "use_vmac: known to keepalived, not supported by this version - skipped");
                    yield true;
                }
                default -> {
                    error(option, "unknown-option",
                            "Unknown configuration entry '" + option + "' for ip address - ignoring",
                            "dev, brd, scope, label, peer, preferred_lft, home, -nodad, mngtmpaddr, noprefixroute, autojoin or no_track");
                    yield true;
                }
            };
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private Word value(Word option) {
        if (next < words.size()) {
            return words.get(next++);
        }
        error(option, "missing-value", "No " + option + " parameter specified for " + shown, "a value after " + option);
        return null;
    }

    private boolean takesDev(Word option) {
        Word word = value(option);
        if (word != null && interfaceName != null) {
            return fail(option, "duplicate", "Cannot specify ipaddress device more than once for " + shown, null);
        }
        if (word != null) {
            interfaceName = word.text();
            interfacePlace = word.place();
        }
        return word != null;
    }

    private boolean takesScope(Word option) {
        Word word = value(option);
        if (word == null) {
            return false;
        }
        if (address instanceof Inet6Address) {
            error(option, "not-for-ipv6", "Cannot specify scope for IPv6 addresses (" + shown + ") - ignoring scope",
                    null);
            return true;
        }
        Integer named = SCOPES.get(word.text());
        int number = named != null ? named : -1;
        if (named == null) {
            try {
                number = Integer.decode(word.text());
            } catch (NumberFormatException e) {
                // reported below like a number out of range
            }
        }
        if (number < 0 || number > 255) {
            error(word, "bad-scope", "Invalid scope '" + word + "' specified for " + shown + " - ignoring",
                    "global, site, link, host, nowhere or 0..255");
            return true;
        }
        scope = number;
        return true;
    }

    private boolean takesBroadcast(Word option) {
        Word word = value(option);
        if (word == null) {
            return false;
        }
        if (address instanceof Inet6Address) {
            return fail(option, "not-for-ipv6",
                    "VRRP is trying to assign a broadcast " + option + " to the IPv6 address " + shown
                            + " !!?? WTF... skipping VIP...",
                    null);
        }
        if (word.text().equals("+") || word.text().equals("-")) {
            if (prefixLength > LONGEST_BROADCAST_PREFIX) {
                error(word, "bad-broadcast", "Address prefix length " + prefixLength + " too long for broadcast",
                        "a prefix up to 30");
            } else {
                broadcast = hostBits((Inet4Address) address, prefixLength, word.text().equals("+"));
            }
            return true;
        }
        if (!(Addresses.parse(word.text()) instanceof Inet4Address given)) {
            return fail(word, "bad-address", "VRRP is trying to assign invalid broadcast " + word + ". skipping VIP...",
                    "an IPv4 address, + or -");
        }
        broadcast = given;
        return true;
    }

    private boolean takesLabel(Word option) {
        Word word = value(option);
        if (word == null) {
            return false;
        }
        if (address instanceof Inet6Address) {
            error(option, "not-for-ipv6", "Cannot specify label for IPv6 addresses (" + shown + ") - ignoring label",
                    null);
            return true;
        }
        if (word.text().length() > LONGEST_LABEL) {
            return fail(word, "too-long",
                    "Address label " + word + " is longer than maximum length 15 - removing address",
                    "up to 15 characters");
        }
        label = word.text();
        return true;
    }

    private boolean takesPeer(Word option) {
        Word word = value(option);
        if (word == null) {
            return false;
        }
        InetAddress given = Addresses.parse(word.text());
        if (peer != null) {
            error(word, "duplicate", "Peer address already specified - ignoring", null);
        } else if (given == null) {
            error(word, "bad-address", "VRRP parsed invalid IP " + word + ". skipping IP...",
                    "an address without prefix");
            error(word, "bad-address", "Invalid peer address " + word, null);
        } else if (given instanceof Inet6Address != address instanceof Inet6Address) {
            error(word, "wrong-family", "Peer address " + word + " does not match address family", null);
        } else {
            if (prefixGiven) {
                error(word, "prefix-with-peer", "Cannot specify address prefix when specifying peer address - ignoring",
                        null);
                prefixLength = address instanceof Inet6Address ? 128 : 32;
            }
            peer = given;
        }
        return true;
    }

    private boolean takesLifetime(Word option) {
        Word word = value(option);
        if (word == null) {
            return false;
        }
        if (word.text().equals("forever")) {
            preferredLifetime = VirtualAddress.FOREVER;
            return true;
        }
        OptionalLong seconds = WholeNumber.lenient(0, VirtualAddress.FOREVER).read(word, binding);
        if (seconds.isEmpty()) {
            error(word, "value-ignored", "preferred_lft " + word + " is invalid", "seconds or forever");
        } else {
            preferredLifetime = seconds.getAsLong();
        }
        return true;
    }

    private VirtualAddress result(String inInterface, boolean dynamic) {
        if (interfaceName != null && !dynamic && !binding.facts().interfaceExists(interfaceName)) {
            binding.findings().endsStart(interfacePlace, "no-such-interface",
                    "WARNING - interface " + interfaceName + " for ip address " + shown + " doesn't exist",
                    "an interface of this machine");
        }
        if (peer != null && broadcast != null) {
            error(words.getFirst(), "broadcast-with-peer",
                    "Cannot specify broadcast address with peer address for " + shown + " - ignoring", null);
            broadcast = null;
        }
        boolean six = address instanceof Inet6Address;
        long lifetime = preferredLifetime >= 0
                ? preferredLifetime
                : six && prefixLength == 128 ? 0 : VirtualAddress.FOREVER;
        return new VirtualAddress(address, prefixLength, interfaceName != null ? interfaceName : inInterface,
                interfaceName != null, scope,
                broadcast, label, peer, home && six, duplicateDetection && six, manageTemporary && six, noPrefixRoute,
                autojoin, noTrack, lifetime);
    }

    /** The address with its host bits all ones or all zeros. */
    private static Inet4Address hostBits(Inet4Address address, int prefixLength, boolean ones) {
        byte[] bytes = address.getAddress();
        for (int bit = prefixLength; bit < 32; bit++) {
            int mask = 0x80 >> bit % 8;
            bytes[bit / 8] = (byte) (ones ? bytes[bit / 8] | mask : bytes[bit / 8] & ~mask);
        }
        return (Inet4Address) InetAddress.ofLiteral(
                (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff));
    }

    private boolean fail(Word word, String code, String message, String expected) {
        error(word, code, message, expected);
        return false;
    }

    private void error(Word word, String code, String message, String expected) {
        binding.findings().error(word.place(), code, message, expected);
    }
}
