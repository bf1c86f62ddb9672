package org.jkeepalived.config.keywords;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
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
            Keyword.nested("SSL", "", new TlsBlock())
                    .readBy(Part.CHECKER)
                    .notYet()
                    .example("SSL {\n  ca /etc/ssl/certs/ca-certificates.crt\n}")
                    .says("What SSL_GET shows of itself and trusts; the last block holds."),
            Keyword.entries("virtual_server_group",
                    "NAME, then ADDR[/PREFIX] [PORT], ADDR-LAST [PORT] or fwmark N [inet or inet6] per line",
                    new GroupBlock())
                    .required()
                    .readBy(Part.CHECKER)
                    .notYet()
                    .example("virtual_server_group WEB {\n  192.0.2.10 80\n  192.0.2.11-14 80\n  fwmark 5\n}")
                    .says("Addresses and marks that share a virtual server."),
            Keyword.nested("virtual_server", "ADDR [PORT], fwmark N or group NAME", new ServiceBlock())
                    .required()
                    .readBy(Part.CHECKER)
                    .notYet()
                    .passedOverWhen(VirtualServerBlocks::isNoService)
                    .example("virtual_server 192.0.2.10 80 {\n  protocol TCP\n  lb_algo rr\n  lb_kind NAT\n"
                            + "  real_server 192.0.2.20 80 {\n    weight 1\n  }\n}")
                    .says("A service that is balanced over real servers."));

    private VirtualServerBlocks() {}

    private static final class TlsBlock implements Body.Own<ConfigurationDraft, TlsDraft> {
        @Override
        public Keywords<TlsDraft> keywords() {
            return TlsKeywords.KEYWORDS;
        }

        @Override
        public TlsDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            if (all.tls != null) {
                binding.findings()
                        .error(block.keyword().place(), "already-set", "SSL context already specified - replacing",
                                "one SSL block");
            }
            all.tls = new TlsDraft();
            return all.tls;
        }

        @Override
        public Collection<TlsDraft> drafts(ConfigurationDraft all) {
            return all.tls == null ? List.of() : List.of(all.tls);
        }
    }

    private static final class GroupBlock implements Body.OwnEntries<ConfigurationDraft, VirtualServerGroupDraft> {
        @Override
        public VirtualServerGroupDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            return GroupKeywords.open(all, block, binding);
        }

        @Override
        public void close(ConfigurationDraft all, VirtualServerGroupDraft group, Statement block, Binding binding) {
            GroupKeywords.close(all, group, block, binding);
        }

        @Override
        public Collection<VirtualServerGroupDraft> drafts(ConfigurationDraft all) {
            return all.virtualServerGroups;
        }

        @Override
        public String head(VirtualServerGroupDraft group) {
            return Quoting.word(group.name);
        }

        @Override
        public List<String> entries(VirtualServerGroupDraft group) {
            return group.written();
        }
    }

    private static final class ServiceBlock implements Body.Own<ConfigurationDraft, VirtualServerDraft> {
        @Override
        public Keywords<VirtualServerDraft> keywords() {
            return VirtualServerKeywords.KEYWORDS;
        }

        @Override
        public VirtualServerDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            return service(all, block, binding);
        }

        @Override
        public void close(ConfigurationDraft all, VirtualServerDraft service, Statement block, Binding binding) {
            closeService(service, block, binding);
        }

        @Override
        public Collection<VirtualServerDraft> drafts(ConfigurationDraft all) {
            return all.virtualServers;
        }

        @Override
        public String head(VirtualServerDraft service) {
            return VirtualServerBlocks.words(service);
        }
    }

    private static String words(VirtualServerDraft service) {
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
    private static void closeService(VirtualServerDraft service, Statement block, Binding binding) {
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
