package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.VirtualServerGroupDraft;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.GroupEntry;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/** virtual_server_group: addresses, blocks and ranges of them with an optional port, and firewall marks, one per line. */
final class GroupKeywords {
    private static final WholeNumber MARK = WholeNumber.lenient(0, 0xffff_ffffL);
    private static final int GROUP_MAX = 0xffff;
    private static final int OCTET_MAX = 0xff;

    private GroupKeywords() {}

    /** The draft of a block with its usable entries; null when it has not exactly one name. */
    static VirtualServerGroupDraft open(ConfigurationDraft all, Statement block, Binding binding) {
        if (block.words().size() != 2) {
            binding.findings()
                    .abort(block.keyword().place(), ExitClass.ABORT, "no-name",
                            "*** Configuration line starting `***MISSING ***` is missing a parameter at word position 1",
                            block.keyword() + " NAME {");
            return null;
        }
        VirtualServerGroupDraft group = new VirtualServerGroupDraft(block.argument().text());
        for (Statement entry : block.children()) {
            GroupEntry read = entry.keyword().text().equals("fwmark")
                    ? mark(group, entry, binding)
                    : addresses(entry.words(), binding);
            if (read != null) {
                group.add(read);
            }
        }
        all.virtualServerGroups.add(group);
        return group;
    }

    /** A group has entries, and no mark without family beside both families. */
    static void close(ConfigurationDraft all, VirtualServerGroupDraft group, Statement block, Binding binding) {
        Place place = block.closedAt() == null ? block.keyword().place() : block.closedAt();
        if (group.isEmpty()) {
            binding.findings()
                    .error(place, "empty-group", "virtual server group " + group.name + " has no entries - removing",
                            "ADDR [PORT] or fwmark N");
            all.virtualServerGroups.removeLast();
        } else if (group.hasMarkWithoutFamily() && group.has(AddressFamily.IPV4) && group.has(AddressFamily.IPV6)) {
            binding.findings()
                    .error(place, "mixed-families",
                            "virtual server group " + group.name
                                    + " cannot have IPv4, IPv6 and fwmark without family - removing",
                            "fwmark N inet or inet6");
            all.virtualServerGroups.removeLast();
        }
    }

    private static GroupEntry mark(VirtualServerGroupDraft group, Statement entry, Binding binding) {
        List<Word> words = entry.words();
        if (words.size() < 2) {
            binding.findings()
                    .abort(entry.keyword().place(), ExitClass.ABORT, "missing-parameter",
                            "*** Configuration line starting `fwmark` is missing a parameter after keyword `fwmark` at word position 2",
                            "fwmark N [inet or inet6]");
            return null;
        }
        OptionalLong mark = MARK.read(words.get(1), binding);
        if (mark.isEmpty()) {
            binding.findings()
                    .error(words.get(1).place(), "value-ignored", "(" + group.name + "): fwmark '" + words.get(1)
                            + "' must be in [0, 4294967295] - ignoring");
            return null;
        }
        if (words.size() == 2) {
            return new GroupEntry.FirewallMark(mark.getAsLong(), null);
        }
        AddressFamily family = switch (words.get(2).text()) {
            case "inet" -> AddressFamily.IPV4;
            case "inet6" -> AddressFamily.IPV6;
            default -> null;
        };
        if (family == null) {
            binding.findings()
                    .error(words.get(2).place(), "unknown-option", "(" + group.name + "): fwmark '" + words.get(1)
                            + "' family " + words.get(2) + " unknown - ignoring", "inet or inet6");
            return null;
        }
        return new GroupEntry.FirewallMark(mark.getAsLong(), family);
    }

    private static GroupEntry addresses(List<Word> words, Binding binding) {
        Word word = words.getFirst();
        String text = word.text();
        OptionalLong port = Endpoint.port(words, 1, binding);
        int slash = text.indexOf('/');
        int dash = text.indexOf('-');
        IpAddress first = Addresses.parse(text.split("[-/]", 2)[0]);
        boolean mixed = slash >= 0 && dash > slash
                || dash >= 0 && first != null && !first.isIpv6() && text.indexOf(':') > 0;
        if (port.isEmpty() || first == null || mixed) {
            return bad(word, "bad-address", "Invalid virtual server group IP address " + text + " "
                    + (words.size() > 1 ? "/port/" + words.get(1) : "") + " - skipping", binding);
        }
        if (dash >= 0) {
            return slash < 0
                    ? range(word, first, text.substring(dash + 1), (int) port.getAsLong(), binding)
                    : bad(word, "bad-address", "Address mask bits not empty - " + text + " - skipping", binding);
        }
        return block(word, first, slash < 0 ? null : text.substring(slash + 1), (int) port.getAsLong(), binding);
    }

    private static GroupEntry block(Word word, IpAddress first, String prefix, int port, Binding binding) {
        int bits = first.toBytes().length * Byte.SIZE;
        if (prefix == null) {
            return new GroupEntry.Block(first, bits, port);
        }
        OptionalLong length = WholeNumber.strict(1, bits).read(prefix, word, Endpoint.silent());
        if (length.isEmpty()) {
            return bad(word, "bad-prefix", "Invalid netmask - " + word + " - skipping", binding);
        }
        byte[] bytes = first.toBytes();
        for (int bit = (int) length.getAsLong(); bit < bits; bit++) {
            if ((bytes[bit / Byte.SIZE] & 0x80 >> bit % Byte.SIZE) != 0) {
                return bad(word, "host-bits", "Address mask bits not empty - " + word + " - skipping", binding);
            }
        }
        return new GroupEntry.Block(first, (int) length.getAsLong(), port);
    }

    /** The end is an address, or the last part of one: an octet, or hexadecimal digits for IPv6. */
    private static GroupEntry range(Word word, IpAddress first, String end, int port, Binding binding) {
        boolean four = !first.isIpv6();
        IpAddress last = Addresses.parse(end);
        if (last == null || last.family() != first.family()) {
            int radix = four ? 10 : 16;
            int digits = 0;
            while (digits < end.length() && Character.digit(end.charAt(digits), radix) >= 0) {
                digits++;
            }
            String quoted = "Virtual server group range '" + word + "' ";
            if (digits < end.length()) {
                return bad(word, "bad-range", quoted + "has extra characters at end '" + end.substring(digits) + "'",
                        binding);
            }
            long value = digits == 0 ? 0 : digits > 8 ? Long.MAX_VALUE : Long.parseLong(end, radix);
            if (value > (four ? OCTET_MAX : GROUP_MAX)) {
                return bad(word, "bad-range", quoted + "end '" + end + "' too large", binding);
            }
            last = ending(first, (int) value);
        }
        GroupEntry.Range range = new GroupEntry.Range(first, last, port);
        return range.ascends()
                ? range
                : bad(word, "bad-range",
                        "Address range end is not greater than address range start - " + word + " - skipping", binding);
    }

    private static IpAddress ending(IpAddress address, int value) {
        byte[] bytes = address.toBytes();
        bytes[bytes.length - 1] = (byte) value;
        if (bytes.length > Integer.BYTES) {
            bytes[bytes.length - 2] = (byte) (value >> Byte.SIZE);
        }
        return IpAddress.of(bytes);
    }

    private static GroupEntry bad(Word word, String code, String message, Binding binding) {
        binding.findings()
                .error(word.place(), code, message,
                        "ADDR[/PREFIX] [PORT], ADDR-LAST [PORT] or fwmark N [inet or inet6]");
        return null;
    }
}
