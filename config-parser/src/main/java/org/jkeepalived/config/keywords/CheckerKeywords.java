package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.BfdCheckDraft;
import org.jkeepalived.config.draft.CheckerDraft;
import org.jkeepalived.config.draft.ConnectingCheckDraft;
import org.jkeepalived.config.draft.DnsCheckDraft;
import org.jkeepalived.config.draft.FileCheckDraft;
import org.jkeepalived.config.draft.HttpCheckDraft;
import org.jkeepalived.config.draft.MiscCheckDraft;
import org.jkeepalived.config.draft.PingCheckDraft;
import org.jkeepalived.config.draft.RealServerDraft;
import org.jkeepalived.config.draft.SmtpCheckDraft;
import org.jkeepalived.config.draft.TcpCheckDraft;
import org.jkeepalived.config.draft.UdpCheckDraft;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.syntax.Statement;

/** The checkers of a real_server. One that cannot work is dropped at its closing brace. */
final class CheckerKeywords {
    static final List<Keyword<RealServerDraft>> ALL = List.of(
            checker("HTTP_GET", HttpCheckDraft.class, (place, server) -> new HttpCheckDraft(place, server, false),
                    () -> HttpCheckKeywords.PLAIN, HttpCheckKeywords::close, check -> !check.tls)
                    .example("HTTP_GET {\n  url {\n    path /health\n  }\n}")
                    .says("A web server answers requests as it should."),
            checker("SSL_GET", HttpCheckDraft.class, (place, server) -> new HttpCheckDraft(place, server, true),
                    () -> HttpCheckKeywords.TLS, HttpCheckKeywords::close, check -> check.tls)
                    .example("SSL_GET {\n  url {\n    path /health\n  }\n}")
                    .says("HTTP_GET through TLS."),
            checker("TCP_CHECK", TcpCheckDraft.class, TcpCheckDraft::new, () -> PlainCheckKeywords.TCP,
                    CheckerKeywords::reachable, _ -> true).example("TCP_CHECK {\n  connect_timeout 3\n}")
                    .says("The server accepts a connection."),
            checker("SMTP_CHECK", SmtpCheckDraft.class, SmtpCheckDraft::new, () -> SmtpCheckKeywords.KEYWORDS,
                    SmtpCheckKeywords::close, _ -> true).example("SMTP_CHECK {\n  helo_name lb1.example.com\n}")
                    .says("A mail server greets and answers HELO."),
            checker("DNS_CHECK", DnsCheckDraft.class, DnsCheckDraft::new, () -> DnsCheckKeywords.KEYWORDS,
                    CheckerKeywords::reachable, _ -> true).example("DNS_CHECK {\n  type A\n  name www.example.com\n}")
                    .says("A name server answers a query."),
            checker("MISC_CHECK", MiscCheckDraft.class, MiscCheckDraft::new, () -> MiscCheckKeywords.KEYWORDS,
                    MiscCheckKeywords::close, _ -> true)
                    .example("MISC_CHECK {\n  misc_path \"/usr/local/bin/changed here\"\n}")
                    .says("A program says whether the server is well."),
            checker("PING_CHECK", PingCheckDraft.class, PingCheckDraft::new, () -> PlainCheckKeywords.PING,
                    CheckerKeywords::reachable, _ -> true).example("PING_CHECK {\n  retry 2\n}")
                    .says("The server answers an echo request."),
            checker("UDP_CHECK", UdpCheckDraft.class, UdpCheckDraft::new, () -> UdpCheckKeywords.KEYWORDS,
                    UdpCheckKeywords::close, _ -> true).example("UDP_CHECK {\n  require_reply\n}")
                    .says("A datagram is not refused, or is answered."),
            checker("FILE_CHECK", FileCheckDraft.class, FileCheckDraft::new, () -> FollowCheckKeywords.FILE,
                    FollowCheckKeywords::closeFile, _ -> true).example("FILE_CHECK {\n  track_file load\n}")
                    .says("The number in a track_file changes the weight of the server."),
            checker("BFD_CHECK", BfdCheckDraft.class, BfdCheckDraft::new, () -> FollowCheckKeywords.BFD,
                    FollowCheckKeywords::closeSession, _ -> true).example("BFD_CHECK {\n  name peer\n}")
                    .says("The state of a bfd_instance is the server's."));

    private CheckerKeywords() {}

    /** Looks at a checker that was read; false when it cannot work, which was reported. */
    private interface Inspector<C> {
        boolean works(C check, Statement block, Binding binding);
    }

    private static <C extends CheckerDraft> Keyword.Builder<RealServerDraft> checker(String name, Class<C> kind,
            BiFunction<Place, RealServerDraft, C> maker, Supplier<Keywords<C>> keywords, Inspector<C> inspector,
            Function<C, Boolean> shown) {
        Body.Opener<RealServerDraft, C> opener = (server, block, _) -> {
            C check = maker.apply(block.keyword().place(), server);
            server.checkers.add(check);
            return check;
        };
        return Keyword.nested(name, "", new Body.Inner<>(keywords, opener.closedBy((server, check, block, binding) -> {
            if (!inspector.works(check, block, binding)) {
                server.checkers.remove(check);
            }
        }), server -> server.checkers.stream().filter(kind::isInstance).map(kind::cast).filter(shown::apply).toList(),
                _ -> ""));
    }

    private static boolean reachable(ConnectingCheckDraft check, Statement block, Binding binding) {
        return ConnectionKeywords.reachable(check, block, binding);
    }
}
