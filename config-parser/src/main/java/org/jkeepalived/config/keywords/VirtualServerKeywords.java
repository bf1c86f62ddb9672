package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.RealServerDraft;
import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.TransportProtocol;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.AddressFamily;

/** The keywords of virtual_server, beside those of {@link ServerKeywords}. */
final class VirtualServerKeywords {
    private static final WholeNumber QUORUM = WholeNumber.lenient(1, 0xffff_ffffL);
    private static final WholeNumber HYSTERESIS = WholeNumber.lenient(0, 0xffff_ffffL);

    static final List<Keyword<VirtualServerDraft>> ALL = all();
    static final Keywords<VirtualServerDraft> KEYWORDS = Keywords.of(ALL);

    private VirtualServerKeywords() {}

    private static List<Keyword<VirtualServerDraft>> all() {
        List<Keyword<VirtualServerDraft>> all = new ArrayList<>(service());
        all.addAll(SchedulerKeywords.ALL);
        all.addAll(PersistenceKeywords.ALL);
        all.addAll(ServerKeywords.shared());
        all.addAll(quorum());
        all.addAll(SorryServerKeywords.ALL);
        Body.Opener<VirtualServerDraft, RealServerDraft> opener = RealServerKeywords::open;
        all.add(Keyword
                .nested("real_server", "ADDR [PORT]",
                        new Body.Inner<>(() -> RealServerKeywords.KEYWORDS, opener.closedBy(RealServerKeywords::close),
                                (VirtualServerDraft service) -> service.realServers,
                                server -> Endpoint.written(server.address, server.port)))
                .required()
                .passedOverWhen(words -> !Endpoint.isOne(words, 1))
                .example("real_server 192.0.2.20 80 {\n  weight 1\n}")
                .says("A server that the service is balanced over; its port is the service's unless given."));
        return List.copyOf(all);
    }

    private static List<Keyword<VirtualServerDraft>> service() {
        return List.of(
                Keyword.<VirtualServerDraft>words("ip_family", "inet or inet6", VirtualServerKeywords::family)
                        .required()
                        .defaults("that of the address, else of the first real server")
                        .example("ip_family inet")
                        .shows(service -> service.familyWritten ? familyWord(service.family) : null)
                        .says("Address family of a firewall mark or a group."),
                Keyword.<VirtualServerDraft>words("protocol", "TCP, UDP or SCTP in any case",
                        VirtualServerKeywords::protocol)
                        .required()
                        .defaults("UDP for addresses, reported")
                        .example("protocol TCP")
                        .shows(service -> service.protocol)
                        .says("Transport protocol of an address or a group."),
                ForwardingKeywords
                        .<VirtualServerDraft>declaration("lb_kind", service -> service.forwarding,
                                ForwardingKeywords.binder("virtual server",
                                        (service, forwarding) -> service.forwarding = forwarding))
                        .required()
                        .aliases("lvs_method")
                        .defaults("NAT, reported")
                        .says("How packets get to the real servers."),
                Keyword.<VirtualServerDraft>flag("ha_suspend", service -> service.haSuspend = true)
                        .defaults("off")
                        .shows(service -> service.haSuspend)
                        .says("Checkers run only while the virtual address is on this machine."));
    }

    private static List<Keyword<VirtualServerDraft>> quorum() {
        return List.of(
                Keyword.<VirtualServerDraft>words("quorum", QUORUM.accepts(), VirtualServerKeywords::quorum)
                        .required()
                        .defaults("1")
                        .example("quorum 2")
                        .shows(service -> service.quorumWritten ? service.quorum : null)
                        .says("Least weight of the servers that are up."),
                Keyword.<VirtualServerDraft>whole("hysteresis", HYSTERESIS, (service, n) -> service.hysteresis = n,
                        (_, word) -> "Hysteresis " + word + " must be in [0, 4294967295] - ignoring")
                        .defaults("0")
                        .example("hysteresis 0")
                        .shows(service -> service.hysteresis)
                        .says("The quorum is lost below quorum minus this weight, and reached at quorum plus this weight."),
                ServerKeywords.<VirtualServerDraft>command("quorum_up").says("Run when the quorum is reached."),
                ServerKeywords.<VirtualServerDraft>command("quorum_down").says("Run when the quorum is lost."),
                Keyword.<VirtualServerDraft>flag("omega", service -> service.omega = true)
                        .defaults("off")
                        .shows(service -> service.omega)
                        .says("At the end notify_down and quorum_down run too."));
    }

    private static String familyWord(AddressFamily family) {
        return family == AddressFamily.IPV4 ? "inet" : "inet6";
    }

    private static void family(VirtualServerDraft service, Statement statement, Binding binding) {
        Word word = statement.argument();
        AddressFamily family = switch (word.text()) {
            case "inet" -> AddressFamily.IPV4;
            case "inet6" -> AddressFamily.IPV6;
            default -> null;
        };
        if (family == null) {
            binding.findings().error(word.place(), "unknown-option", "unknown address family " + word, "inet or inet6");
        } else if (service.family != null && service.family != family) {
            binding.findings()
                    .error(word.place(), "mixed-families",
                            "Virtual server specified family " + word + " conflicts with server family",
                            familyWord(service.family));
        } else {
            service.family = family;
            service.familyWritten = true;
        }
    }

    private static void protocol(VirtualServerDraft service, Statement statement, Binding binding) {
        Word word = statement.argument();
        switch (word.text().toUpperCase(Locale.ROOT)) {
            case "TCP" -> service.protocol = TransportProtocol.TCP;
            case "UDP" -> service.protocol = TransportProtocol.UDP;
            case "SCTP" -> service.protocol = TransportProtocol.SCTP;
            default -> binding.findings()
                    .error(word.place(), "unknown-option", "Unknown protocol " + word + " - ignoring",
                            "TCP, UDP or SCTP");
        }
    }

    private static void quorum(VirtualServerDraft service, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong value = QUORUM.read(word, binding);
        if (value.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-defaulted",
                            "Quorum " + word + " must be in [1, 4294967295]. Setting to 1.");
        }
        service.quorum = value.orElse(1);
        service.quorumWritten = true;
    }
}
