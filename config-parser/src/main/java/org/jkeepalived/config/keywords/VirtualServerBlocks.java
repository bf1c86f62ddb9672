package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.TlsDraft;
import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.draft.VirtualServerGroupDraft;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.AddressText;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The blocks about load balancing. */
final class VirtualServerBlocks {
    private static final WholeNumber MARK = WholeNumber.lenient(0, 0xffff_ffffL);

    static final List<Keyword<ConfigurationDraft>> ALL = List.of(
            Keyword.nested("SSL", "",
                    new Body.Own<>(() -> TlsKeywords.KEYWORDS, VirtualServerBlocks::tls,
                            (ConfigurationDraft all) -> all.tls == null ? List.of() : List.of(all.tls), _ -> ""))
                    .readBy(Part.CHECKER)
                    .notYet()
                    .example("SSL {\n  ca /etc/ssl/certs/ca-certificates.crt\n}")
                    .says("What SSL_GET shows of itself and trusts; the last block holds."),
            Keyword.entries("virtual_server_group",
                    "NAME, then ADDR[/PREFIX] [PORT], ADDR-LAST [PORT] or fwmark N [inet or inet6] per line",
                    new Body.OwnEntries<>(groupOpener(), (ConfigurationDraft all) -> all.virtualServerGroups,
                            group -> Quoting.word(group.name), VirtualServerGroupDraft::written))
                    .required()
                    .readBy(Part.CHECKER)
                    .notYet()
                    .example("virtual_server_group WEB {\n  192.0.2.10 80\n  192.0.2.11-14 80\n  fwmark 5\n}")
                    .says("Addresses and marks that share a virtual server."),
            Keyword.nested("virtual_server", "ADDR [PORT], fwmark N or group NAME",
                    new Body.Own<>(() -> VirtualServerKeywords.KEYWORDS, serviceOpener(),
                            (ConfigurationDraft all) -> all.virtualServers, VirtualServerBlocks::head))
                    .required()
                    .readBy(Part.CHECKER)
                    .notYet()
                    .passedOverWhen(VirtualServerBlocks::isNoService)
                    .example("virtual_server 192.0.2.10 80 {\n  protocol TCP\n  lb_algo rr\n  lb_kind NAT\n"
                            + "  real_server 192.0.2.20 80 {\n    weight 1\n  }\n}")
                    .says("A service that is balanced over real servers."));

    private VirtualServerBlocks() {}

    private static Body.Opener<ConfigurationDraft, VirtualServerGroupDraft> groupOpener() {
        Body.Opener<ConfigurationDraft, VirtualServerGroupDraft> opener = GroupKeywords::open;
        return opener.closedBy(GroupKeywords::close);
    }

    private static Body.Opener<ConfigurationDraft, VirtualServerDraft> serviceOpener() {
        Body.Opener<ConfigurationDraft, VirtualServerDraft> opener = VirtualServerBlocks::service;
        return opener.closedBy(VirtualServerBlocks::closeService);
    }

    private static TlsDraft tls(ConfigurationDraft all, Statement block, Binding binding) {
        if (all.tls != null) {
            binding.findings()
                    .error(block.keyword().place(), "already-set", "SSL context already specified - replacing",
                            "one SSL block");
        }
        all.tls = new TlsDraft();
        return all.tls;
    }

    private static String head(VirtualServerDraft service) {
        if (service.firewallMark != null) {
            return "fwmark " + service.firewallMark;
        }
        return service.groupName == null
                ? Endpoint.written(service.address, service.port)
                : "group " + Quoting.word(service.groupName);
    }

    private static boolean isNoService(List<Word> words) {
        return switch (words.get(1).text()) {
            case "group" -> words.size() == 2;
            case "fwmark" -> words.size() == 2 || MARK.read(words.get(2), Endpoint.silent()).isEmpty();
            default -> !Endpoint.isOne(words, 1);
        };
    }

    private static VirtualServerDraft service(ConfigurationDraft all, Statement block, Binding binding) {
        Place place = block.keyword().place();
        List<Word> words = block.words();
        boolean selector = block.argument().text().equals("group") || block.argument().text().equals("fwmark");
        if (selector && words.size() == 2) {
            binding.findings()
                    .abort(place, ExitClass.ABORT, "missing-parameter",
                            "*** Configuration line starting `virtual_server` is missing a parameter after keyword `"
                                    + block.argument() + "` at word position 3",
                            "a value after " + block.argument());
            return null;
        }
        VirtualServerDraft service = switch (block.argument().text()) {
            case "group" -> VirtualServerDraft.ofGroup(place, words.get(2).text());
            case "fwmark" -> ofMark(place, words.get(2), binding);
            default -> ofAddress(place, block, binding);
        };
        if (service != null) {
            all.virtualServers.add(service);
        }
        return service;
    }

    private static VirtualServerDraft ofMark(Place place, Word word, Binding binding) {
        OptionalLong mark = MARK.read(word, binding);
        if (mark.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored",
                            "virtual server fwmark '" + word + "' must be in [0, 4294967295] - ignoring");
            return null;
        }
        return VirtualServerDraft.ofMark(place, mark.getAsLong());
    }

    private static VirtualServerDraft ofAddress(Place place, Statement block, Binding binding) {
        Endpoint endpoint = Endpoint.read(block.words(), 1, binding);
        if (endpoint == null) {
            binding.findings()
                    .error(block.argument().place(), "bad-address",
                            "Invalid virtual server IP address" + Endpoint.quoted(block.words(), 1) + " - skipping",
                            "ADDR [PORT 1..65535], fwmark N or group NAME");
            return null;
        }
        return VirtualServerDraft.ofAddress(place, endpoint.address(), endpoint.port());
    }

    /** A sorry server is of the service's family, unless a tunnel leads to it. */
    private static void closeService(ConfigurationDraft all, VirtualServerDraft service, Statement block,
            Binding binding) {
        if (service.sorryServer == null || service.family == null
                || service.family == VirtualServerDraft.familyOf(service.sorryServer.address)
                || service.tunnels(service.sorryServer.forwarding)) {
            return;
        }
        Place place = block.closedAt() == null ? block.keyword().place() : block.closedAt();
        binding.findings()
                .error(place, "mixed-families",
                        "Address family of virtual server and sorry server "
                                + AddressText.of(service.sorryServer.address) + " don't match - skipping sorry server.",
                        "an " + service.family.label() + " address, or sorry_server_lvs_method TUN");
        service.sorryServer = null;
    }
}
