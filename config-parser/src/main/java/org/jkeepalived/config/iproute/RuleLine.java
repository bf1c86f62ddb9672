package org.jkeepalived.config.iproute;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jkeepalived.config.host.Iproute2Table;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.AddressPrefix;
import org.jkeepalived.config.settings.NumberRange;
import org.jkeepalived.config.settings.Realms;
import org.jkeepalived.config.settings.RouteType;
import org.jkeepalived.config.settings.RuleAction;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.config.settings.VirtualRule;
import org.jkeepalived.config.syntax.Spelling;
import org.jkeepalived.net.AddressFamily;

/** One line of virtual_rules or static_rules (keepalived.conf(5), ip rule syntax). */
public final class RuleLine {
    private static final int OCTET_MAX = 255;
    private static final int PORT_MAX = 0xffff;
    private static final String SECOND_ACTION = "Cannot specify more than one of table/nop/goto/blackhole/prohibit/unreachable";
    /** What sscanf's %u-%u takes: what stands behind the second number does not count. */
    private static final Pattern RANGE = Pattern.compile("\\s*([0-9]{1,10})-\\s*([0-9]{1,10}).*");

    private final LineWords words;
    private final RouteFamily family = new RouteFamily();
    private boolean inverted;
    private Selector from;
    private Selector to;
    private RuleAction action;
    private Long preference;
    private int typeOfService;
    private Long firewallMark;
    private Long firewallMask;
    private Realms realms;
    private Long suppressPrefixLength;
    private Long suppressInterfaceGroup;
    private String incomingInterface;
    private String outgoingInterface;
    private long tunnelId;
    private NumberRange userIds;
    private Integer protocol;
    private Integer ipProtocol;
    private NumberRange sourcePorts;
    private NumberRange destinationPorts;
    private boolean noTrack;
    private String trackGroup;

    private RuleLine(LineWords words) {
        this.words = words;
    }

    /**
     * Reads the line.
     *
     * @param preferences gives one to a rule of a family that names none
     * @return null when it is dropped, which is reported
     */
    public static VirtualRule read(List<Word> words, ToLongFunction<AddressFamily> preferences, LineContext context) {
        RuleLine line = new RuleLine(new LineWords(words, context));
        try {
            while (line.words.hasNext()) {
                line.option(line.words.take());
            }
            return line.result(preferences);
        } catch (LineDropped e) {
            return null;
        }
    }

    private void option(Word word) throws LineDropped {
        RuleOption option = RuleOption.OPTIONS.find(word, words.context());
        if (option == null) {
            takesRouteType(word);
            return;
        }
        switch (option) {
            case FAMILY -> takesFamily(word);
            case FROM -> from = selector(words.value(word), "Invalid rule from address ");
            case TO -> to = selector(words.value(word), "Invalid rule to address ");
            case NOT -> inverted = true;
            case TABLE -> takesTable(words.value(word));
            case GOTO -> takesGoto(word);
            case NOP -> acts(word, RuleAction.Plain.NOP);
            case L3MDEV -> takesL3mdev(word);
            case TYPE -> takesType(words.value(word));
            case PREFERENCE -> preference = present(word, CNumber.read(words.value(word), words.context().binding()),
                    "Invalid rule preference " + word + " specified");
            case TYPE_OF_SERVICE -> takesTypeOfService(words.value(word));
            case FIREWALL_MARK -> takesFirewallMark(words.value(word));
            case REALMS -> takesRealms(word);
            case SUPPRESS_PREFIX_LENGTH ->
                    suppressPrefixLength = present(word, words.decimal(words.value(word), 0, Integer.MAX_VALUE),
                            "Invalid suppress_prefixlength " + word + " specified");
            case SUPPRESS_INTERFACE_GROUP -> takesInterfaceGroup(words.value(word));
            case INCOMING -> incomingInterface = interfaceName(words.value(word));
            case OUTGOING -> outgoingInterface = interfaceName(words.value(word));
            case TUNNEL -> takesTunnelId(word);
            case USER_IDS -> takesUserIds(word);
            case PROTOCOL -> takesProtocol(words.value(word));
            case IP_PROTOCOL -> takesIpProtocol(words.value(word));
            case SOURCE_PORTS -> sourcePorts = ports(word, sourcePorts);
            case DESTINATION_PORTS -> destinationPorts = ports(word, destinationPorts);
            case REFUSAL -> takesRouteType(word);
            case NO_TRACK -> noTrack = true;
            case TRACK_GROUP -> takesTrackGroup(words.value(word));
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

    private void takesFamily(Word option) throws LineDropped {
        if (!family.becomes(RouteFamily.declaredBy(option.text()))) {
            throw words.drop(option, "wrong-family", option + " specified for " + family.decided().label() + " rule",
                    null);
        }
        words.loses(option);
    }

    private Selector selector(Word word, String complaint) throws LineDropped {
        if (LineWords.isEverything(word)) {
            return new Selector(null);
        }
        AddressPrefix prefix = words.prefixOrDefault6(word);
        if (prefix == null) {
            throw words.drop(word, "bad-address", complaint + word, null);
        }
        if (!family.becomes(prefix.family())) {
            throw words.drop(word, "wrong-family", "rule specification has mixed IPv4 and IPv6", family.expected());
        }
        return new Selector(prefix);
    }

    private void takesTable(Word word) throws LineDropped {
        OptionalLong number = words.named(Iproute2Table.TABLES, word.text(), LineWords.UNSIGNED_MAX);
        if (number.isEmpty()) {
            throw words.drop(word, "unknown-name", "Routing table " + word + " not found for rule",
                    "a name of rt_tables or 1..4294967295");
        }
        if (number.getAsLong() == 0) {
            throw words.drop(word, "value-ignored", "Table 0 is not valid", "a name of rt_tables or 1..4294967295");
        }
        if (action != null) {
            throw words.drop(word, "rule-action", SECOND_ACTION + " for rule", "one action");
        }
        action = new RuleAction.Lookup(number.getAsLong());
    }

    private void acts(Word option, RuleAction wanted) throws LineDropped {
        if (action != null) {
            throw words.drop(option, "rule-action", SECOND_ACTION + "/l3mdev for rule", "one action");
        }
        action = wanted;
    }

    private void takesGoto(Word option) throws LineDropped {
        Word word = words.value(option);
        acts(option, new RuleAction.Goto(present(word, words.decimal(word, 0, LineWords.UNSIGNED_MAX),
                "Invalid target " + option + " specified")));
    }

    private void takesL3mdev(Word option) throws LineDropped {
        if (action != null) {
            throw words.drop(option, "rule-action", "Cannot specify l3mdev with other action", "one action");
        }
        action = RuleAction.Plain.L3MDEV;
    }

    private void takesType(Word word) throws LineDropped {
        switch (word.text()) {
            case "goto" -> takesGoto(word);
            case "nop" -> acts(word, RuleAction.Plain.NOP);
            default -> takesRouteType(word);
        }
    }

    private void takesRouteType(Word word) throws LineDropped {
        OptionalLong number = CNumber.parse(word.text(), OCTET_MAX);
        RouteType type = number.isPresent() ? new RouteType((int) number.getAsLong()) : RouteType.named(word.text());
        if (type == null) {
            words.findings()
                    .misspelt(word.place(), "unknown-option", "Unknown rule option " + word, "a rule option or action",
                            Spelling.nearest(word.text(), RuleOption.OPTIONS.names(words.context().isStatic())));
            throw new LineDropped();
        }
        RuleAction wanted = type.equals(RouteType.BLACKHOLE)
                ? RuleAction.Plain.BLACKHOLE
                : type.equals(RouteType.UNREACHABLE)
                        ? RuleAction.Plain.UNREACHABLE
                        : type.equals(RouteType.PROHIBIT) ? RuleAction.Plain.PROHIBIT : null;
        if (wanted == null) {
            throw words.drop(word, "rule-action", "Invalid rule action " + word,
                    "table, goto, nop, blackhole, unreachable, prohibit or l3mdev");
        }
        acts(word, wanted);
    }

    /** The number, or the end of the line. */
    private long present(Word word, OptionalLong number, String complaint) throws LineDropped {
        if (number.isEmpty()) {
            throw words.drop(word, "value-ignored", complaint, null);
        }
        return number.getAsLong();
    }

    private void takesTypeOfService(Word word) throws LineDropped {
        typeOfService = (int) present(word, words.namedOctet(Iproute2Table.DSFIELDS, word.text()),
                "TOS value " + word + " is invalid");
    }

    private void takesFirewallMark(Word word) throws LineDropped {
        int slash = word.text().indexOf('/');
        String complaint = "Invalid rule fwmark " + word + " specified";
        firewallMark = present(word, bits(slash < 0 ? word.text() : word.text().substring(0, slash)), complaint);
        firewallMask = slash < 0 ? null : (Long) present(word, bits(word.text().substring(slash + 1)), complaint);
    }

    private static OptionalLong bits(String text) {
        return text.isEmpty() ? OptionalLong.of(0) : CNumber.parse(text, LineWords.UNSIGNED_MAX);
    }

    private void takesRealms(Word option) throws LineDropped {
        Word word = words.value(option);
        realms = words.realms(word.text());
        if (realms == null) {
            throw words.drop(word, "unknown-name", "invalid realms " + word + " for rule",
                    "[R1/]R2, each a name of rt_realms or 0..255");
        }
        if (!family.becomes(AddressFamily.IPV4)) {
            throw words.drop(option, "wrong-family", "realms is only valid for IPv4", null);
        }
    }

    private void takesInterfaceGroup(Word word) throws LineDropped {
        suppressInterfaceGroup = present(word, words.named(Iproute2Table.GROUPS, word.text(), Integer.MAX_VALUE),
                "suppress_group " + word + " is invalid");
    }

    private String interfaceName(Word word) throws LineDropped {
        return words.interfaceName(word, "WARNING - interface " + word + " for rule doesn't exist");
    }

    private void takesTunnelId(Word option) throws LineDropped {
        Word word = words.value(option);
        Long number = CNumber.read64(word, words.context().binding());
        if (number == null) {
            throw words.drop(word, "value-ignored", "Invalid tunnel-id " + option + " specified", null);
        }
        tunnelId = number;
    }

    private void takesUserIds(Word option) throws LineDropped {
        Word word = words.value(option);
        userIds = range(word, 0, LineWords.UNSIGNED_MAX);
        if (userIds == null) {
            throw words.drop(word, "value-ignored", "Invalid uidrange " + option + " specified", "FIRST-LAST");
        }
    }

    private NumberRange ports(Word option, NumberRange before) {
        Word word = words.value(option);
        NumberRange ports = range(word, 1, PORT_MAX);
        if (ports == null) {
            words.error(word, "value-ignored", "invalid " + option + " range " + word, "FIRST-LAST, each 1..65535");
            return before;
        }
        return ports;
    }

    private static NumberRange range(Word word, long min, long max) {
        Matcher matcher = RANGE.matcher(word.text());
        if (!matcher.matches()) {
            return null;
        }
        long first = Long.parseLong(matcher.group(1));
        long last = Long.parseLong(matcher.group(2));
        return first < min || first > max || last < min || last > max ? null : new NumberRange(first, last);
    }

    private void takesProtocol(Word word) {
        OptionalLong number = words.decimal(word, 0, OCTET_MAX);
        if (number.isEmpty()) {
            words.error(word, "value-ignored", "Invalid protocol " + word, null);
        } else {
            protocol = (int) number.getAsLong();
        }
    }

    private void takesIpProtocol(Word word) {
        boolean number = !word.text().isEmpty() && word.text().chars().allMatch(c -> c >= '0' && c <= '9');
        OptionalInt value = words.context().binding().facts().ipProtocol(word.text());
        if (number) {
            OptionalLong octet = CNumber.parse(word.text().replaceFirst("^0+(?=.)", ""), OCTET_MAX);
            value = octet.isPresent() ? OptionalInt.of((int) octet.getAsLong()) : OptionalInt.empty();
        }
        if (value.isEmpty()) {
            words.error(word, "unknown-name", "Invalid ipproto " + word, "a name of /etc/protocols or 0..255");
        } else {
            ipProtocol = value.getAsInt();
        }
    }

    private VirtualRule result(ToLongFunction<AddressFamily> preferences) throws LineDropped {
        checkAction();
        if (!noTrack && protocol != null && protocol != VirtualRoute.KEEPALIVED_PROTOCOL) {
            words.error(words.first(), "untracked-protocol",
                    "Rule cannot be tracked if protocol is not RTPROT_KEEPALIVED(18), resetting protocol", "no_track");
            protocol = VirtualRoute.KEEPALIVED_PROTOCOL;
        }
        if (protocol == null) {
            protocol = noTrack ? 0 : VirtualRoute.KEEPALIVED_PROTOCOL;
        }
        checkTrackGroup();
        AddressFamily its = family.orIpv4();
        if (preference == null) {
            preference = preferences.applyAsLong(its);
            words.findings()
                    .warning(words.first().place(), "no-preference", "Rule has no preference specified - "
                            + "setting to " + preference + ". This is probably not what you want.");
        }
        return new VirtualRule(its, inverted, prefix(from), prefix(to), action, preference, typeOfService, firewallMark,
                firewallMask, realms, suppressPrefixLength, suppressInterfaceGroup, incomingInterface,
                outgoingInterface, tunnelId, userIds, protocol, ipProtocol, sourcePorts, destinationPorts, noTrack,
                trackGroup);
    }

    private void checkAction() throws LineDropped {
        if (action == null) {
            throw words.drop(words.first(), "rule-action", "No action specified for rule - ignoring",
                    "table, goto, nop, blackhole, unreachable, prohibit or l3mdev");
        }
        if (action instanceof RuleAction.Goto jump) {
            if (preference == null) {
                throw words.drop(words.first(), "goto-target",
                        "Invalid rule - goto target " + jump.target() + " specified without preference",
                        "preference N");
            }
            if (preference >= jump.target()) {
                throw words.drop(words.first(), "goto-target",
                        "Invalid rule - preference " + preference + " >= goto target " + jump.target(),
                        "a target higher than the preference");
            }
        }
        boolean looksUp = action instanceof RuleAction.Lookup || action == RuleAction.Plain.L3MDEV;
        if (!looksUp && (suppressPrefixLength != null || suppressInterfaceGroup != null || realms != null)) {
            throw words.drop(words.first(), "rule-action", "suppressor/realm specified for non table action - skipping",
                    "table");
        }
    }

    private void checkTrackGroup() {
        if (trackGroup != null && incomingInterface == null) {
            words.error(words.first(), "track-group", "Static rule cannot have track_group if dev/iif not specified",
                    "iif IFNAME");
            trackGroup = null;
        }
        if (trackGroup != null && noTrack) {
            words.findings()
                    .notice(words.first().place(), "track-group",
                            "Static rule has both track_group and no_track set - not tracking");
        }
    }

    private AddressPrefix prefix(Selector selector) {
        if (selector == null) {
            return null;
        }
        return selector.prefix != null ? selector.prefix : family.everything();
    }

    /** What from or to names; no prefix stands for everything of the rule's family. */
    private record Selector(AddressPrefix prefix) {}
}
