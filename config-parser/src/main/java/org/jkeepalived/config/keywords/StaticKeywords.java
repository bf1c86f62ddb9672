package org.jkeepalived.config.keywords;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.TrackGroupDraft;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.iproute.AddressLine;
import org.jkeepalived.config.iproute.LineContext;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.settings.StaticAddress;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.config.settings.VirtualRule;
import org.jkeepalived.config.syntax.Statement;

/** What stands whatever the state of any instance, and the groups of instances that follow it. */
final class StaticKeywords {
    private static final String FOLLOWS = " [track_group GROUP]";

    static final List<Keyword<ConfigurationDraft>> ALL = List.of(
            Keyword.nested("track_group", "NAME", new TrackGroupBlock())
                    .readBy(Part.VRRP)
                    .uniquelyNamed()
                    .example("track_group TG {\n  group {\n    VI_1\n  }\n}")
                    .says("Instances that follow the static addresses, routes and rules which name the group."),
            Keyword.<ConfigurationDraft>list("static_ipaddress", InstanceAddressKeywords.ENTRY + FOLLOWS,
                    Field.ADDRESSES)
                    .shows(Field.ADDRESSES)
                    .readBy(Part.VRRP)
                    .example("static_ipaddress {\n  192.0.2.10/24 dev eth0\n}")
                    .says("Addresses that are set and kept in place whatever the state of any instance."),
            Keyword.<ConfigurationDraft>list("static_routes", RoutingKeywords.ROUTE + FOLLOWS, Field.ROUTES)
                    .shows(Field.ROUTES)
                    .readBy(Part.VRRP)
                    .example("static_routes {\n  198.51.100.0/24 via 192.0.2.254 dev eth0\n}")
                    .says("Routes that are installed at the start."),
            Keyword.<ConfigurationDraft>list("static_rules", RoutingKeywords.RULE + FOLLOWS, Field.RULES)
                    .shows(Field.RULES)
                    .readBy(Part.VRRP)
                    .example("static_rules {\n  from 192.0.2.0/24 table 100 preference 1000\n}")
                    .says("Policy rules that are installed at the start."));

    private StaticKeywords() {}

    /** What each keyword reads and shows: one class, as a lambda for each would cost every start. */
    private enum Field implements Keyword.Binder<ConfigurationDraft>, Function<ConfigurationDraft, Object> {
        ADDRESSES,
        ROUTES,
        RULES;

        @Override
        public void bind(ConfigurationDraft all, Statement statement, Binding binding) {
            switch (this) {
                case ADDRESSES -> addresses(all, statement, binding);
                case ROUTES -> RoutingKeywords.routes(all.statics.routing, statement, all.statics.trackGroups.keySet(),
                        binding);
                case RULES -> RoutingKeywords.rules(all.statics.routing, statement, all.statics.trackGroups.keySet(),
                        binding);
            }
        }

        @Override
        public Object apply(ConfigurationDraft all) {
            return switch (this) {
                case ADDRESSES -> all.statics.addresses.stream().map(StaticAddress::asWritten).toList();
                case ROUTES -> all.statics.routing.routes.stream().map(VirtualRoute::asWritten).toList();
                case RULES -> all.statics.routing.rules.stream().map(VirtualRule::asWritten).toList();
            };
        }
    }

    /** Loaded with the first such block. */
    private static final class TrackGroup {
        private static final Keywords<TrackGroupDraft> KEYWORDS = Keywords
                .of(List.of(Keyword.<TrackGroupDraft>list("group", "INSTANCE per line", StaticKeywords::members)
                        .shows(group -> group.members.stream().map(Quoting::word).toList())
                        .example("group {\n  VI_1\n}")
                        .says("Members.")));
    }

    private static final class TrackGroupBlock implements Body.Own<ConfigurationDraft, TrackGroupDraft> {
        @Override
        public Keywords<TrackGroupDraft> keywords() {
            return TrackGroup.KEYWORDS;
        }

        @Override
        public TrackGroupDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            return TopLevelKeywords.unique(all.statics.trackGroups, block, "track_group must have a name - skipping",
                    "track_group NAME already defined", TrackGroupDraft::new, binding);
        }

        @Override
        public Collection<TrackGroupDraft> drafts(ConfigurationDraft all) {
            return all.statics.trackGroups.values();
        }

        @Override
        public String head(TrackGroupDraft group) {
            return Quoting.word(group.name);
        }
    }

    private static void members(TrackGroupDraft group, Statement block, Binding binding) {
        if (group.hasList) {
            binding.findings()
                    .error(block.keyword().place(), "already-set",
                            "Group list already specified for sync group " + group.name, "one group list");
            return;
        }
        group.hasList = true;
        if (block.children().isEmpty()) {
            binding.findings()
                    .warning(block.closedAt(), "empty-list",
                            "Warning - track group " + group.name + " has empty group block");
        }
        for (Statement entry : block.children()) {
            for (Word member : entry.words()) {
                group.members.add(member.text());
            }
        }
    }

    private static void addresses(ConfigurationDraft all, Statement block, Binding binding) {
        LineContext context = new LineContext(binding, all.statics.routing.shared.iproute2Directories(),
                all.statics.trackGroups.keySet());
        for (Statement entry : block.children()) {
            StaticAddress address = AddressLine.readStatic(entry.words(),
                    all.global.values.get(GlobalSettings.DEFAULT_INTERFACE), context);
            if (address != null) {
                all.statics.addresses.add(address);
            }
        }
    }
}
