package org.jkeepalived.config.keywords;

import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.draft.ForwardingDraft;
import org.jkeepalived.config.draft.SorryServerDraft;
import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of virtual_server about the server that stands in while the quorum is lost. */
final class SorryServerKeywords {
    static final List<Keyword<VirtualServerDraft>> ALL = List.of(
            Keyword.<VirtualServerDraft>words("sorry_server", "ADDR [PORT]", SorryServerKeywords::server)
                    .required()
                    .defaults("none")
                    .example("sorry_server 192.0.2.99 80")
                    .shows(service -> service.sorryServer == null ? null : service.sorryServer.head())
                    .says("Server that stands in while the quorum is lost; the last line holds."),
            Keyword.<VirtualServerDraft>words("sorry_server_inhibit", "no value", SorryServerKeywords::inhibit)
                    .defaults("off")
                    .shows(service -> service.sorryServer != null && service.sorryServer.inhibit ? "" : null)
                    .says("It stays in the table with weight 0 while it is not needed; after sorry_server."),
            ForwardingKeywords
                    .<VirtualServerDraft>declaration("sorry_server_lvs_method",
                            service -> service.sorryServer == null ? null : service.sorryServer.forwarding,
                            SorryServerKeywords::forwarding)
                    .defaults("that of the virtual server")
                    .example("sorry_server_lvs_method DR")
                    .says("How packets get to it; after sorry_server."));

    private SorryServerKeywords() {}

    private static void server(VirtualServerDraft service, Statement statement, Binding binding) {
        Endpoint endpoint = Endpoint.read(statement.words(), 1, binding);
        if (endpoint == null) {
            binding.findings()
                    .error(statement.argument().place(), "bad-address",
                            "Invalid sorry server IP address " + statement.argument() + " - skipping",
                            "ADDR [PORT 1..65535]");
        } else {
            service.sorryServer = new SorryServerDraft(endpoint.address(), endpoint.port());
        }
    }

    private static void inhibit(VirtualServerDraft service, Statement statement, Binding binding) {
        if (service.sorryServer == null) {
            binding.findings()
                    .error(statement.keyword().place(), "no-sorry-server",
                            "Ignoring sorry_server inhibit used before or without sorry_server",
                            "sorry_server ADDR before it");
        } else {
            service.sorryServer.inhibit = true;
        }
    }

    private static void forwarding(VirtualServerDraft service, Statement statement, Binding binding) {
        if (service.sorryServer == null) {
            binding.findings()
                    .error(statement.keyword().place(), "no-sorry-server",
                            "sorry_server forwarding used without sorry_server", "sorry_server ADDR before it");
        } else if (statement.argument() == null) {
            binding.findings()
                    .abort(statement.keyword().place(), ExitClass.ABORT, "missing-parameter",
                            "*** Configuration line starting `sorry_server_lvs_method` is missing a parameter after keyword"
                                    + " `sorry_server_lvs_method` at word position 2",
                            "NAT, DR or TUN");
        } else {
            ForwardingDraft read = ForwardingKeywords.read(statement, "sorry server", binding);
            service.sorryServer.forwarding = read == null ? service.sorryServer.forwarding : read;
        }
    }
}
