package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ObjLongConsumer;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.RealServerDraft;
import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.AddressText;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.AddressFamily;

/** The keywords of real_server, beside those of {@link ServerKeywords} and the checkers. */
final class RealServerKeywords {
    private static final WholeNumber LIMIT = WholeNumber.lenient(0, 0xffff_ffffL);

    static final List<Keyword<RealServerDraft>> ALL = all();
    static final Keywords<RealServerDraft> KEYWORDS = Keywords.of(ALL, CheckerKeywords.ALL);

    private RealServerKeywords() {}

    private static List<Keyword<RealServerDraft>> all() {
        List<Keyword<RealServerDraft>> all = new ArrayList<>(ServerKeywords.shared());
        all.add(ForwardingKeywords
                .<RealServerDraft>declaration("lvs_method", server -> server.forwarding,
                        ForwardingKeywords.binder("real server",
                                (server, forwarding) -> server.forwarding = forwarding))
                .required()
                .defaults("of the virtual server")
                .says("How packets get to this server."));
        all.add(limit("uthreshold", (server, n) -> server.upperThreshold = n).shows(server -> server.upperThreshold)
                .says("Connections from which on the server gets no more."));
        all.add(limit("lthreshold", (server, n) -> server.lowerThreshold = n).shows(server -> server.lowerThreshold)
                .says("Connections below which a server at its upper limit gets some again."));
        all.add(ServerKeywords.<RealServerDraft>command("notify_up").says("Run when the server comes up."));
        all.add(ServerKeywords.<RealServerDraft>command("notify_down").says("Run when the server goes down."));
        return List.copyOf(all);
    }

    private static Keyword.Builder<RealServerDraft> limit(String name, ObjLongConsumer<RealServerDraft> setter) {
        BiFunction<RealServerDraft, String, String> complaint = (_, word) -> "Invalid real_server " + name + " '" + word
                + "' - ignoring";
        return Keyword.whole(name, LIMIT, setter, complaint).defaults("0, no limit").example(name + " 1000");
    }

    /** The draft of a block, or null when its words name no server. */
    static RealServerDraft open(VirtualServerDraft service, Statement block, Binding binding) {
        Endpoint endpoint = Endpoint.read(block.words(), 1, binding);
        if (endpoint == null) {
            binding.findings()
                    .error(block.argument().place(), "bad-address",
                            "Invalid real server ip address" + Endpoint.quoted(block.words(), 1) + " - skipping",
                            "ADDR [PORT 1..65535]");
            return null;
        }
        RealServerDraft server = new RealServerDraft(block.keyword().place(), endpoint.address(), endpoint.port(),
                service);
        service.realServers.add(server);
        return server;
    }

    /** A server is of its service's family, which the first one decides where nothing else does, unless a tunnel leads to it. */
    static void close(VirtualServerDraft service, RealServerDraft server, Statement block, Binding binding) {
        if (service.tunnels(server.forwarding)) {
            return;
        }
        AddressFamily family = VirtualServerDraft.familyOf(server.address);
        if (service.family == null) {
            service.family = family;
        } else if (service.family != family) {
            Place place = block.closedAt() == null ? block.keyword().place() : block.closedAt();
            binding.findings()
                    .error(place, "mixed-families",
                            "Address family of virtual server and real server " + AddressText.of(server.address)
                                    + " don't match - skipping real server.",
                            "an " + service.family.label() + " address, or lvs_method TUN");
            service.realServers.removeLast();
        }
    }
}
