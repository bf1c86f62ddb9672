package org.jkeepalived.config.iproute;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.host.Iproute2Table;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.AddressPrefix;
import org.jkeepalived.config.settings.Encapsulation;
import org.jkeepalived.config.settings.NextHop;
import org.jkeepalived.config.settings.Realms;
import org.jkeepalived.config.settings.RouteInsertion;
import org.jkeepalived.config.settings.RouteType;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/** One line of virtual_routes or static_routes (keepalived.conf(5), ip route syntax). */
public final class RouteLine {
    private static final int OCTET_MAX = 255;

    private final LineWords words;
    private final RouteFamily family = new RouteFamily();
    private final RouteMetricWords metrics;
    private final RouteDestination destination;
    private RouteType type = RouteType.UNICAST;
    private RouteInsertion insertion = RouteInsertion.PREPEND;
    private AddressPrefix from;
    private IpAddress source;
    private int typeOfService;
    private long table = VirtualRoute.MAIN_TABLE;
    private String vrf;
    private Integer protocol;
    private int scope;
    private Long metric;
    private IpAddress via;
    private IpAddress orVia;
    private String interfaceName;
    private boolean onLink;
    private Encapsulation encapsulation;
    private Realms realms;
    private List<NextHop> legs = List.of();
    private String congestionControl;
    private boolean congestionControlLocked;
    private Integer preference;
    private Long expiresSeconds;
    private Boolean ttlPropagate;
    private boolean noTrack;
    private String trackGroup;

    private RouteLine(LineWords words) {
        this.words = words;
        this.metrics = new RouteMetricWords(words);
        this.destination = new RouteDestination(words, family);
    }

    /**
     * Reads the line.
     *
     * @return null when it is dropped, which is reported
     */
    public static VirtualRoute read(List<Word> words, LineContext context) {
        RouteLine line = new RouteLine(new LineWords(words, context));
        try {
            while (line.words.hasNext()) {
                line.option(line.words.take());
            }
            return line.result();
        } catch (LineDropped e) {
            return null;
        }
    }

    private void option(Word word) throws LineDropped {
        RouteOption option = RouteOption.OPTIONS.find(word, words.context());
        if (option == null) {
            other(word);
            return;
        }
        switch (option) {
            case FAMILY -> takesFamily(word);
            case TO -> destination.takes(words.value(word));
            case SOURCE -> source = address(words.value(word), "invalid route src address ");
            case VIA -> takesVia(word);
            case GATEWAY -> {
                deprecated(word, "via");
                takesVia(word);
            }
            case OR -> takesOr(word);
            case FROM -> from = destination.source(words.value(word));
            case TYPE_OF_SERVICE ->
                    typeOfService = (int) named(Iproute2Table.DSFIELDS, words.value(word), "TOS value ", " is invalid");
            case TABLE -> takesTable(words.value(word));
            case VRF -> takesVrf(words.value(word));
            case PROTOCOL -> protocol = (int) named(Iproute2Table.PROTOCOLS, words.value(word), "Protocol ",
                    " not found or invalid for route");
            case SCOPE -> scope = (int) named(Iproute2Table.SCOPES, words.value(word), "Scope ",
                    " not found or invalid for route");
            case METRIC -> metric = number(words.value(word), LineWords.UNSIGNED_MAX, "Invalid metric ");
            case INTERFACE -> takesInterface(words.value(word));
            case ON_LINK -> onLink = true;
            case ENCAPSULATION -> encapsulation = EncapsulationWords.read(words, word);
            case REALMS -> takesRealms(word);
            case CONGESTION_CONTROL -> takesCongestionControl(words.value(word));
            case PREFERENCE -> takesPreference(word);
            case EXPIRES -> takesExpires(word);
            case TTL_PROPAGATE -> takesTtlPropagate(words.value(word));
            case AS -> takesAs(word);
            case ADD -> insertion = RouteInsertion.ADD;
            case PREPEND -> insertion = RouteInsertion.PREPEND;
            case APPEND -> insertion = RouteInsertion.APPEND;
            case NEXTHOP -> takesLegs(word);
            case NO_TRACK -> noTrack = true;
            case TRACK_GROUP -> takesTrackGroup(words.value(word));
        }
    }

    private void other(Word option) throws LineDropped {
        if (metrics.takes(option)) {
            return;
        }
        OptionalLong number = CNumber.parse(option.text(), OCTET_MAX);
        RouteType named = number.isPresent() ? new RouteType((int) number.getAsLong()) : RouteType.named(option.text());
        if (named == null) {
            destination.takes(option);
            return;
        }
        type = named;
        insertion = RouteInsertion.ADD;
        destination.takes(words.value(option));
    }

    private void takesInterface(Word word) throws LineDropped {
        interfaceName = words.interfaceName(word, "WARNING - interface " + word + " for VROUTE nexthop doesn't exist");
    }

    private void takesFamily(Word option) throws LineDropped {
        AddressFamily declared = RouteFamily.declaredBy(option.text());
        if (!family.becomes(declared)) {
            throw words.drop(option, "wrong-family", option + " specified for " + family.decided().label() + " route",
                    null);
        }
        words.loses(option);
    }

    private IpAddress address(Word word, String complaint) throws LineDropped {
        IpAddress address = words.address(word);
        if (address == null) {
            throw words.drop(word, "bad-address", complaint + word, null);
        }
        if (!family.becomes(RouteFamily.of(address))) {
            throw words.drop(word, "wrong-family", RouteDestination.MIXED, family.expected());
        }
        return address;
    }

    private void takesVia(Word option) throws LineDropped {
        Word word = words.value(option);
        AddressFamily declared = RouteFamily.declaredBy(word.text());
        if (declared != null) {
            if (!family.becomes(declared)) {
                throw words.drop(word, "wrong-family", RouteDestination.MIXED, family.expected());
            }
            word = words.value(word);
        }
        via = address(word, "invalid route via address ");
    }

    private void takesOr(Word option) throws LineDropped {
        deprecated(option, "nexthop");
        Word word = words.value(option);
        if (orVia != null) {
            words.error(option, "duplicate", "\"or\" route already specified - ignoring subsequent", "nexthop");
            return;
        }
        orVia = address(word, "Invalid \"or\" address ");
    }

    private void deprecated(Word option, String instead) {
        words.findings()
                .deprecated(option.place(),
                        "\"" + option + "\" for routes is deprecated. Please use \"" + instead + "\"", true, instead);
    }

    private long named(Iproute2Table kind, Word word, String before, String after) throws LineDropped {
        OptionalLong number = words.namedOctet(kind, word.text());
        if (number.isEmpty()) {
            throw words.drop(word, "unknown-name", before + word + after,
                    "a name of " + kind.fileName() + " or 0..255");
        }
        return number.getAsLong();
    }

    private void takesTable(Word word) throws LineDropped {
        OptionalLong number = words.named(Iproute2Table.TABLES, word.text(), LineWords.UNSIGNED_MAX);
        if (number.isEmpty()) {
            throw words.drop(word, "unknown-name", "Routing table " + word + " not found for route",
                    "a name of rt_tables or 0..4294967295");
        }
        table = number.getAsLong();
        vrf = null;
    }

    private void takesVrf(Word word) throws LineDropped {
        HostFacts facts = words.context().binding().facts();
        if (!facts.interfaceExists(word.text())) {
            throw words.drop(word, "no-such-interface", "VRF " + word + " not found for route",
                    "a VRF interface of this machine");
        }
        if (!facts.isVrf(word.text())) {
            throw words.drop(word, "no-such-interface", "Route specified VRF " + word + " is not a VRF",
                    "a VRF interface of this machine");
        }
        vrf = word.text();
        table = VirtualRoute.MAIN_TABLE;
    }

    private long number(Word word, long max, String complaint) throws LineDropped {
        OptionalLong number = words.decimal(word, 0, max);
        if (number.isEmpty()) {
            throw words.drop(word, "value-ignored", complaint + word + " specified for route", null);
        }
        return number.getAsLong();
    }

    private void takesRealms(Word option) throws LineDropped {
        Word word = words.value(option);
        realms = words.realms(word.text());
        if (realms == null) {
            throw words.drop(word, "unknown-name", "Invalid realms " + word + " for route",
                    "[R1/]R2, each a name of rt_realms or 0..255");
        }
        if (!family.becomes(AddressFamily.IPV4)) {
            throw words.drop(option, "wrong-family", "realms are only valid for IPv4", null);
        }
    }

    private void takesCongestionControl(Word word) {
        congestionControlLocked = word.text().equals("lock");
        congestionControl = (congestionControlLocked ? words.value(word) : word).text();
    }

    private void takesPreference(Word option) throws LineDropped {
        onlyForIpv6(option);
        Word word = words.value(option);
        preference = switch (word.text()) {
            case "low" -> 3;
            case "medium" -> 0;
            case "high" -> 1;
            default -> (int) number(word, OCTET_MAX, "Invalid pref value ");
        };
    }

    private void takesExpires(Word option) throws LineDropped {
        onlyForIpv6(option);
        expiresSeconds = number(words.value(option), LineWords.UNSIGNED_MAX, "Invalid expires time ");
    }

    private void onlyForIpv6(Word option) throws LineDropped {
        if (!family.becomes(AddressFamily.IPV6)) {
            throw words.drop(option, "wrong-family", option + " is only valid for IPv6", null);
        }
    }

    private void takesTtlPropagate(Word word) {
        switch (word.text()) {
            case "enabled" -> ttlPropagate = true;
            case "disabled" -> ttlPropagate = false;
            default -> words.error(word, "value-ignored", "ttl-propagate value " + word + " not recognised",
                    "enabled or disabled");
        }
    }

    private void takesAs(Word option) {
        boolean to = words.value(option).text().equals("to");
        if (to && words.hasNext()) {
            words.take();
        }
        words.findings().warning(option.place(), "value-ignored", "\"as to\" for MPLS only - ignoring");
    }

    private void takesLegs(Word option) throws LineDropped {
        if (orVia != null) {
            words.error(option, "duplicate", "Cannot specify nexthops with \"or\" route", "nexthop instead of or");
            throw words.drop(option, "duplicate", "Route has trailing nonsense - " + option, null);
        }
        legs = NextHopWords.read(words, family);
    }

    private void takesTrackGroup(Word word) throws LineDropped {
        String before = trackGroup;
        trackGroup = words.trackGroup(word, before);
        if (before != null) {
            throw words.drop(word, "duplicate", "Route has trailing nonsense - " + word, null);
        }
    }

    private VirtualRoute result() throws LineDropped {
        AddressPrefix target = destination.result();
        if (!noTrack && protocol != null && protocol != VirtualRoute.KEEPALIVED_PROTOCOL) {
            words.error(words.first(), "untracked-protocol",
                    "Route cannot be tracked if protocol is not RTPROT_KEEPALIVED(18), resetting protocol", "no_track");
            protocol = VirtualRoute.KEEPALIVED_PROTOCOL;
        }
        if (protocol == null) {
            protocol = noTrack ? 0 : VirtualRoute.KEEPALIVED_PROTOCOL;
        }
        if (trackGroup != null && interfaceName == null) {
            words.error(words.first(), "track-group", "Static route cannot have track group if no oif specified",
                    "dev IFNAME");
            trackGroup = null;
        }
        if (trackGroup != null && noTrack) {
            words.findings()
                    .notice(words.first().place(), "track-group",
                            "Static route has both track_group and no_track set - not tracking");
        }
        if (orVia != null) {
            legs = List.of(leg(via), leg(orVia));
            via = null;
        }
        return new VirtualRoute(type, target, from, source, typeOfService, table, vrf, protocol, scope, metric,
                new NextHop(via, interfaceName, onLink, encapsulation, realms, 1), legs, metrics.values(),
                congestionControl, congestionControlLocked, preference, expiresSeconds, ttlPropagate, insertion,
                noTrack, trackGroup);
    }

    private static NextHop leg(IpAddress via) {
        return new NextHop(via, null, false, null, null, 1);
    }
}
