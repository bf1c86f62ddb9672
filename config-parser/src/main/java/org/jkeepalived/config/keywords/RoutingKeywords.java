package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.RoutingDraft;
import org.jkeepalived.config.iproute.LineContext;
import org.jkeepalived.config.iproute.RouteLine;
import org.jkeepalived.config.iproute.RuleLine;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.config.settings.VirtualRule;
import org.jkeepalived.config.syntax.Statement;

/** The lists of routes and rules. */
final class RoutingKeywords {
    static final String ROUTE = "[TYPE] [to] ADDR[/PREFIX]|default [via ADDR] [dev IFNAME] [src ADDR] [table TABLE] [metric N] [protocol PROTOCOL]"
            + " [scope SCOPE] [tos TOS] [from PREFIX] [onlink] [encap ENCAP] [mtu [lock] N] [...] [realms REALMS] [add|prepend|append]"
            + " [vrf NAME] [no_track] [nexthop via ADDR [dev IFNAME] [weight N] ...] per line, as ip route takes it";
    static final String RULE = "[not] [from PREFIX] [to PREFIX] [preference N] [tos TOS] [fwmark N[/MASK]] [iif IFNAME] [oif IFNAME] [uidrange N-N]"
            + " [ipproto PROTOCOL] [sport N-N] [dport N-N] [tunnel-id N] [realms REALMS] [suppress_prefixlength N] [suppress_ifgroup GROUP]"
            + " [no_track] table TABLE|goto N|nop|blackhole|unreachable|prohibit|l3mdev per line, as ip rule takes it";

    static final List<Keyword<InstanceDraft>> ALL = List.of(
            Keyword.<InstanceDraft>list("virtual_routes", ROUTE, Field.ROUTES)
                    .shows(Field.ROUTES)
                    .example("virtual_routes {\n  198.51.100.0/24 via 192.0.2.254 dev eth0\n}")
                    .says("Routes that are present while the instance is master."),
            Keyword.<InstanceDraft>list("virtual_rules", RULE, Field.RULES)
                    .shows(Field.RULES)
                    .example("virtual_rules {\n  from 192.0.2.0/24 table 100 preference 1000\n}")
                    .says("Policy rules that are present while the instance is master."));

    private RoutingKeywords() {}

    /** What each keyword reads and shows: one class, as a lambda for each would cost every start. */
    private enum Field implements Keyword.Binder<InstanceDraft>, Function<InstanceDraft, Object> {
        ROUTES,
        RULES;

        @Override
        public void bind(InstanceDraft instance, Statement statement, Binding binding) {
            switch (this) {
                case ROUTES -> routes(instance.routing, statement, null, binding);
                case RULES -> rules(instance.routing, statement, null, binding);
            }
        }

        @Override
        public Object apply(InstanceDraft instance) {
            return switch (this) {
                case ROUTES -> instance.routing.routes.stream().map(VirtualRoute::asWritten).toList();
                case RULES -> instance.routing.rules.stream().map(VirtualRule::asWritten).toList();
            };
        }
    }

    /**
     * Adds the routes of a list.
     *
     * @param trackGroups null for the list of an instance
     */
    static void routes(RoutingDraft routing, Statement block, Set<String> trackGroups, Binding binding) {
        LineContext context = new LineContext(binding, routing.shared.iproute2Directories(), trackGroups);
        for (Statement entry : block.children()) {
            VirtualRoute route = RouteLine.read(entry.words(), context);
            if (route != null) {
                routing.routes.add(route);
            }
        }
    }

    /** Adds the rules of a list, as {@link #routes}. */
    static void rules(RoutingDraft routing, Statement block, Set<String> trackGroups, Binding binding) {
        LineContext context = new LineContext(binding, routing.shared.iproute2Directories(), trackGroups);
        for (Statement entry : block.children()) {
            VirtualRule rule = RuleLine.read(entry.words(), routing.shared::nextPreference, context);
            if (rule != null) {
                routing.rules.add(rule);
            }
        }
    }
}
