package org.jkeepalived.config.iproute;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.host.Iproute2Table;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.AddressPrefix;
import org.jkeepalived.config.settings.StaticAddress;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.config.syntax.Spelling;
import org.jkeepalived.net.IpAddress;

/** One line of virtual_ipaddress, virtual_ipaddress_excluded or static_ipaddress (keepalived.conf(5), ip address syntax). */
public final class AddressLine {
    private static final int LONGEST_LABEL = 15;
    private static final int LONGEST_BROADCAST_PREFIX = 30;

    private final LineWords words;
    private final Word first;
    private IpAddress address;
    private int prefixLength;
    private String interfaceName;
    private int scope;
    private Word scopeOption;
    private IpAddress broadcast;
    private Word broadcastSign;
    private String label;
    private Word labelOption;
    private IpAddress peer;
    private boolean home;
    private boolean duplicateDetection;
    private boolean manageTemporary;
    private boolean noPrefixRoute;
    private boolean autojoin;
    private boolean noTrack;
    private boolean useVmac;
    private long preferredLifetime = -1;
    private String trackGroup;

    private AddressLine(LineWords words) {
        this.words = words;
        this.first = words.first();
    }

    /**
     * Reads a line of an instance.
     *
     * @param inInterface interface when the line names none, possibly null until the block ends
     * @return null when the line is dropped, which is reported
     */
    public static VirtualAddress read(List<Word> words, String inInterface, LineContext context) {
        AddressLine line = new AddressLine(new LineWords(words, context));
        try {
            line.readAll();
        } catch (LineDropped e) {
            return null;
        }
        return line.result(inInterface);
    }

    /**
     * Reads a line of static_ipaddress.
     *
     * @param defaultInterface interface when the line names none
     * @return null when the line is dropped, which is reported
     */
    public static StaticAddress readStatic(List<Word> words, String defaultInterface, LineContext context) {
        AddressLine line = new AddressLine(new LineWords(words, context));
        try {
            line.readAll();
            if (line.interfaceName == null) {
                line.needsDefault(defaultInterface);
            }
        } catch (LineDropped e) {
            return null;
        }
        return new StaticAddress(line.result(defaultInterface), line.trackGroup);
    }

    private void needsDefault(String defaultInterface) throws LineDropped {
        if (!words.usable(defaultInterface) && words.findings()
                .absentInterface(first.place(), ExitClass.CANNOT_RUN,
                        "Static address " + first + " requires either an interface or default interface must exist",
                        "dev IFNAME, or default_interface in global_defs")
                .endsStart()) {
            throw new LineDropped();
        }
    }

    private void readAll() throws LineDropped {
        AddressPrefix prefix = words.prefix(words.take());
        if (prefix == null) {
            throw new LineDropped();
        }
        address = prefix.address();
        prefixLength = prefix.length();
        while (words.hasNext()) {
            option(words.take());
        }
        if (address.isIpv6()) {
            leaveOutIpv4();
        }
        if (peer != null && (broadcast != null || broadcastSign != null)) {
            words.error(first, "broadcast-with-peer",
                    "Cannot specify broadcast and peer addresses - ignoring broadcast address", "brd or peer");
            broadcast = null;
        } else if (broadcastSign != null) {
            broadcast = broadcastOfPrefix();
        }
    }

    private IpAddress broadcastOfPrefix() {
        if (prefixLength > LONGEST_BROADCAST_PREFIX) {
            words.error(broadcastSign, "value-ignored",
                    "Address prefix length " + prefixLength + " too long for broadcast", "a prefix up to 30");
            return null;
        }
        return hostBits(address, prefixLength, broadcastSign.text().equals("+"));
    }

    private void leaveOutIpv4() {
        if (scope != 0) {
            words.error(scopeOption, "wrong-family",
                    "Cannot specify scope for IPv6 addresses (" + first + ") - ignoring scope", null);
            scope = 0;
        }
        if (label != null) {
            words.error(labelOption, "wrong-family",
                    "Cannot specify label for IPv6 addresses (" + first + ") - ignoring label", null);
            label = null;
        }
    }

    private void option(Word word) throws LineDropped {
        AddressOption option = AddressOption.OPTIONS.find(word, words.context());
        if (option == null) {
            unknown(word);
            return;
        }
        switch (option) {
            case DEV -> takesDev(word);
            case SCOPE -> takesScope(word);
            case BROADCAST -> takesBroadcast(word);
            case LABEL -> takesLabel(word);
            case PEER -> takesPeer(word);
            case PREFERRED_LIFETIME -> takesLifetime(word);
            case HOME -> home = true;
            case DUPLICATE_DETECTION -> duplicateDetection = true;
            case MANAGE_TEMPORARY -> manageTemporary = true;
            case NO_PREFIX_ROUTE -> noPrefixRoute = true;
            case AUTOJOIN -> autojoin = true;
            case NO_TRACK -> noTrack = true;
            case TRACK_GROUP -> takesTrackGroup(value(word));
            case USE_VMAC -> useVmac = true;
        }
    }

    /** A second one ends the line. */
    private void takesTrackGroup(Word word) {
        boolean second = trackGroup != null;
        trackGroup = words.trackGroup(word, trackGroup);
        if (second) {
            words.end();
        }
    }

    private void unknown(Word option) {
        List<String> names = AddressOption.OPTIONS.names(words.context().isStatic());
        words.findings()
                .misspelt(option.place(), "unknown-option",
                        "Unknown configuration entry '" + option + "' for ip address - ignoring",
                        Addresses.parseWithPrefix(option.text()) != null
                                ? "one address per line"
                                : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast(),
                        Spelling.nearest(option.text(), names));
    }

    private Word value(Word option) throws LineDropped {
        if (words.hasNext()) {
            return words.take();
        }
        throw words.drop(option, "missing-value", "No " + option + " parameter specified for " + first,
                "a value after " + option);
    }

    private void takesDev(Word option) throws LineDropped {
        Word word = value(option);
        if (interfaceName != null) {
            throw words.drop(option, "duplicate", "Cannot specify ipaddress device more than once for " + first, null);
        }
        interfaceName = word.text();
        // The start ends; the address stays, so that nothing is said about a list without it.
        if (!words.usable(interfaceName)
                && words.absent(word, "WARNING - interface " + word + " for ip address " + first + " doesn't exist")
                        .endsStart()) {
            words.end();
        }
    }

    private void takesScope(Word option) throws LineDropped {
        Word word = value(option);
        OptionalLong number = words.namedOctet(Iproute2Table.SCOPES, word.text());
        if (number.isEmpty()) {
            words.error(word, "unknown-name", "Invalid scope '" + word + "' specified for " + first + " - ignoring",
                    "global, site, link, host, nowhere or 0..255");
            return;
        }
        scope = (int) number.getAsLong();
        scopeOption = option;
    }

    private void takesBroadcast(Word option) throws LineDropped {
        Word word = value(option);
        if (address.isIpv6()) {
            throw words.drop(option, "wrong-family", "VRRP is trying to assign a broadcast " + option
                    + " to the IPv6 address " + first + " !!?? WTF... skipping VIP...", null);
        }
        if (word.text().equals("+") || word.text().equals("-")) {
            broadcastSign = word;
            broadcast = null;
            return;
        }
        IpAddress given = Addresses.parse(word.text());
        if (given == null || given.isIpv6()) {
            throw words.drop(word, "bad-address",
                    "VRRP is trying to assign invalid broadcast " + word + ". skipping VIP...",
                    "an IPv4 address, + or -");
        }
        broadcast = given;
        broadcastSign = null;
    }

    private void takesLabel(Word option) throws LineDropped {
        Word word = value(option);
        if (word.text().length() > LONGEST_LABEL) {
            throw words.drop(word, "too-long",
                    "Address label " + word + " is longer than maximum length 15 - removing address",
                    "up to 15 characters");
        }
        label = word.text();
        labelOption = option;
    }

    private void takesPeer(Word option) throws LineDropped {
        if (peer != null && words.hasNext()) {
            // The address stays where it is and is complained about once more, as an option.
            words.error(words.peek(), "duplicate",
                    "Peer " + words.peek() + " - another peer has already been specified", "one peer");
            return;
        }
        Word word = value(option);
        IpAddress given = words.address(word);
        if (given == null) {
            words.error(word, "bad-address", "Invalid peer address " + word, null);
        } else if (given.isIpv6() != address.isIpv6()) {
            words.error(word, "wrong-family", "Peer address " + word + " does not match address family", null);
        } else {
            int hostLength = address.isIpv6() ? 128 : 32;
            if (prefixLength != hostLength) {
                words.error(first, "prefix-with-peer",
                        "Cannot specify address prefix when specifying peer address - ignoring",
                        "an address without prefix length");
                prefixLength = hostLength;
            }
            peer = given;
        }
    }

    private void takesLifetime(Word option) throws LineDropped {
        Word word = value(option);
        if (word.text().equals("forever")) {
            preferredLifetime = VirtualAddress.FOREVER;
            return;
        }
        OptionalLong seconds = WholeNumber.lenient(0, VirtualAddress.FOREVER).read(word, words.context().binding());
        if (seconds.isEmpty()) {
            words.error(word, "value-ignored", "preferred_lft " + word + " is invalid", "seconds or forever");
        } else {
            preferredLifetime = seconds.getAsLong();
        }
    }

    private VirtualAddress result(String inInterface) {
        boolean six = address.isIpv6();
        long lifetime = preferredLifetime >= 0
                ? preferredLifetime
                : six && prefixLength == 128 ? 0 : VirtualAddress.FOREVER;
        return new VirtualAddress(address, prefixLength, interfaceName != null ? interfaceName : inInterface,
                interfaceName != null, scope, broadcast, label, peer, home && six, duplicateDetection && six,
                manageTemporary && six, noPrefixRoute, autojoin, noTrack, useVmac, lifetime);
    }

    /** The address with its host bits all ones or all zeros. */
    private static IpAddress hostBits(IpAddress address, int prefixLength, boolean ones) {
        byte[] bytes = address.toBytes();
        for (int bit = prefixLength; bit < 32; bit++) {
            int mask = 0x80 >> bit % 8;
            bytes[bit / 8] = (byte) (ones ? bytes[bit / 8] | mask : bytes[bit / 8] & ~mask);
        }
        return IpAddress
                .parse((bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff));
    }
}
