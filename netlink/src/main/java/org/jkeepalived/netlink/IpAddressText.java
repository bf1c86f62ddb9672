package org.jkeepalived.netlink;

/** The text forms of addresses: dotted decimal, and RFC 4291 section 2.2 read, RFC 5952 written. */
final class IpAddressText {
    private static final int GROUPS = 8;

    private IpAddressText() {}

    static IpAddress parse(String text) {
        if (text.indexOf(':') < 0) {
            return IpAddress.ipv4(parseIpv4(text, text));
        }
        return parseIpv6(text);
    }

    private static int parseIpv4(String part, String text) {
        String[] octets = part.split("\\.", -1);
        if (octets.length != 4) {
            throw malformed(text);
        }
        int address = 0;
        for (String octet : octets) {
            boolean plain = !octet.isEmpty() && octet.length() <= 3
                    && octet.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!plain || octet.length() > 1 && octet.charAt(0) == '0' || Integer.parseInt(octet) > 255) {
                throw malformed(text);
            }
            address = address << 8 | Integer.parseInt(octet);
        }
        return address;
    }

    private static IpAddress parseIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] groups = parseGroups(text, true, text);
            if (groups.length != GROUPS) {
                throw malformed(text);
            }
            return ofGroups(groups);
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            throw malformed(text);
        }
        int[] head = parseGroups(text.substring(0, gap), false, text);
        int[] tail = parseGroups(text.substring(gap + 2), true, text);
        if (head.length + tail.length >= GROUPS) {
            throw malformed(text);
        }
        int[] groups = new int[GROUPS];
        System.arraycopy(head, 0, groups, 0, head.length);
        System.arraycopy(tail, 0, groups, GROUPS - tail.length, tail.length);
        return ofGroups(groups);
    }

    /** @param last whether the part ends the address, where alone it may end in dotted decimal */
    private static int[] parseGroups(String part, boolean last, String text) {
        if (part.isEmpty()) {
            return new int[0];
        }
        String[] words = part.split(":", -1);
        boolean embedded = last && words[words.length - 1].indexOf('.') >= 0;
        int[] groups = new int[words.length + (embedded ? 1 : 0)];
        for (int i = 0; i < words.length; i++) {
            if (embedded && i == words.length - 1) {
                int address = parseIpv4(words[i], text);
                groups[i] = address >>> 16;
                groups[i + 1] = address & 0xffff;
            } else {
                groups[i] = parseGroup(words[i], text);
            }
        }
        return groups;
    }

    private static int parseGroup(String word, String text) {
        boolean plain = !word.isEmpty() && word.length() <= 4
                && word.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        if (!plain) {
            throw malformed(text);
        }
        return Integer.parseInt(word, 16);
    }

    private static IpAddress ofGroups(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < GROUPS / 2; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + GROUPS / 2];
        }
        return IpAddress.ipv6(high, low);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("not an IP address: " + text);
    }

    static String format(IpAddress address) {
        return address.isIpv6() ? formatIpv6(address.high(), address.low()) : formatIpv4((int) address.low());
    }

    private static String formatIpv4(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }

    private static String formatIpv6(long high, long low) {
        boolean mapped = high == 0 && low >>> 32 == 0xffff;
        if (mapped) {
            return "::ffff:" + formatIpv4((int) low);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            long word = i < GROUPS / 2 ? high : low;
            groups[i] = (int) (word >>> 48 - 16 * (i % (GROUPS / 2))) & 0xffff;
        }
        int longest = 0;
        int longestStart = -1;
        int run = 0;
        for (int i = 0; i < GROUPS; i++) {
            run = groups[i] == 0 ? run + 1 : 0;
            // RFC 5952 section 4.2: the longest run, the first of equals, and never a single group.
            if (run > longest && run > 1) {
                longest = run;
                longestStart = i - run + 1;
            }
        }
        return join(groups, longestStart, longest);
    }

    private static String join(int[] groups, int gapStart, int gapLength) {
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == gapStart) {
                text.append("::");
                i += gapLength - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
