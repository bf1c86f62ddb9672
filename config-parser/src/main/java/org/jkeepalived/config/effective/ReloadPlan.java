package org.jkeepalived.config.effective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.settings.InstanceIdentity;
import org.jkeepalived.config.settings.InstanceSettings;

/**
 * What a reload from one configuration to another does.
 *
 * @param changes every difference, in the order of the new configuration, then what is gone
 */
public record ReloadPlan(List<Change> changes) {
    private static final String INSTANCE = "vrrp_instance";
    private static final String MASK = "********";

    public ReloadPlan {
        changes = List.copyOf(changes);
    }

    /** Compares two configurations by what is in force, not by what is written. */
    public static ReloadPlan between(EffectiveConfiguration old, EffectiveConfiguration fresh) {
        Comparison comparison = new Comparison(old, fresh);
        comparison.nodes("", old.nodes(), fresh.nodes(), true);
        return new ReloadPlan(comparison.changes);
    }

    /** The gravest thing that it does. */
    public Effect gravest() {
        return changes.stream().map(Change::effect).max(Effect::compareTo).orElse(Effect.HITLESS);
    }

    /** Compares node by node. */
    private static final class Comparison {
        private final List<Change> changes = new ArrayList<>();
        private final Map<String, InstanceIdentity> oldIdentities;
        private final Map<String, InstanceIdentity> freshIdentities;

        Comparison(EffectiveConfiguration old, EffectiveConfiguration fresh) {
            oldIdentities = identities(old);
            freshIdentities = identities(fresh);
        }

        /** By name; an instance that is not usable has none. */
        private static Map<String, InstanceIdentity> identities(EffectiveConfiguration configuration) {
            Map<String, InstanceIdentity> identities = new HashMap<>();
            for (InstanceSettings instance : configuration.settings().instances()) {
                identities.put(instance.name(), instance.identity());
            }
            return identities;
        }

        private void nodes(String path, List<EffectiveNode> old, List<EffectiveNode> fresh, boolean sameRouter) {
            Map<String, EffectiveNode> known = byTitle(old);
            Map<String, EffectiveNode> now = byTitle(fresh);
            Map<EffectiveBlock, EffectiveBlock> partners = partners(known.values(), now.values());
            Set<EffectiveNode> matched = new LinkedHashSet<>();
            for (Map.Entry<String, EffectiveNode> entry : now.entrySet()) {
                EffectiveNode partner = known.get(entry.getKey());
                switch (entry.getValue()) {
                    case EffectiveBlock block -> {
                        partner = isInstance(block) ? partners.get(block) : partner;
                        block(path, (EffectiveBlock) partner, block, sameRouter);
                    }
                    case EffectiveSetting setting -> setting(path, (EffectiveSetting) partner, setting, sameRouter);
                }
                matched.add(partner);
            }
            for (EffectiveNode gone : known.values()) {
                if (!matched.contains(gone)) {
                    switch (gone) {
                        case EffectiveBlock block -> block(path, block, null, sameRouter);
                        case EffectiveSetting setting -> setting(path, setting, null, sameRouter);
                    }
                }
            }
        }

        /** Blocks of one title are told apart by their order; what a rule dropped is not there. */
        private static Map<String, EffectiveNode> byTitle(List<EffectiveNode> nodes) {
            Map<String, EffectiveNode> byTitle = new LinkedHashMap<>();
            for (EffectiveNode node : nodes) {
                String title = node instanceof EffectiveBlock block ? block.title() : node.keyword();
                int ordinal = 1;
                String key = title;
                while (byTitle.containsKey(key)) {
                    key = title + " #" + ++ordinal;
                }
                if (node.origin().kind() != Origin.Kind.DROPPED || node instanceof EffectiveSetting) {
                    byTitle.put(key, node);
                }
            }
            return byTitle;
        }

        /** The head without the quotes in which it may have to be written. */
        private static String name(EffectiveBlock block) {
            String head = block.head();
            return head.startsWith("\"") ? head.substring(1, head.length() - 1) : head;
        }

        private static boolean isInstance(EffectiveBlock block) {
            return block.keyword().equals(INSTANCE);
        }

        /** New instances and the old ones that they continue: those of the same identity, then those of the same name. */
        private Map<EffectiveBlock, EffectiveBlock> partners(Iterable<EffectiveNode> old,
                Iterable<EffectiveNode> fresh) {
            Map<InstanceIdentity, EffectiveBlock> byIdentity = new HashMap<>();
            Map<String, EffectiveBlock> byName = new LinkedHashMap<>();
            for (EffectiveNode node : old) {
                if (node instanceof EffectiveBlock block && isInstance(block)) {
                    byIdentity.put(oldIdentities.get(name(block)), block);
                    byName.put(block.head(), block);
                }
            }
            byIdentity.remove(null);
            Map<EffectiveBlock, EffectiveBlock> partners = new HashMap<>();
            List<EffectiveBlock> others = new ArrayList<>();
            for (EffectiveNode node : fresh) {
                if (node instanceof EffectiveBlock block && isInstance(block)) {
                    EffectiveBlock partner = byIdentity.get(freshIdentities.get(name(block)));
                    if (partner == null) {
                        others.add(block);
                    } else {
                        partners.put(block, partner);
                        byName.remove(partner.head());
                    }
                }
            }
            for (EffectiveBlock block : others) {
                EffectiveBlock partner = byName.remove(block.head());
                if (partner != null) {
                    partners.put(block, partner);
                }
            }
            return partners;
        }

        private void block(String path, EffectiveBlock old, EffectiveBlock fresh, boolean sameRouter) {
            EffectiveBlock shown = fresh == null ? old : fresh;
            String here = path + shown.title();
            if (old == null || fresh == null) {
                boolean empty = shown.children().stream().noneMatch(EffectiveNode::set) && shown.head().isEmpty();
                if (!empty) {
                    changes.add(new Change(old == null ? Change.Kind.ADDED : Change.Kind.REMOVED, here, "", "",
                            effectOfWhole(shown, old == null, sameRouter), shown.origin(), shown.idle()));
                }
                return;
            }
            boolean same = sameRouter;
            if (isInstance(fresh)) {
                InstanceIdentity identity = freshIdentities.get(name(fresh));
                same = identity != null && identity.equals(oldIdentities.get(name(old)));
                if (!old.head().equals(fresh.head())) {
                    changes.add(new Change(Change.Kind.RENAMED, here, old.head(), fresh.head(), Effect.HITLESS,
                            fresh.origin(), fresh.idle()));
                }
            }
            nodes(here + " / ", old.children(), fresh.children(), same);
        }

        private static Effect effectOfWhole(EffectiveBlock block, boolean added, boolean sameRouter) {
            if (isInstance(block)) {
                return added ? Effect.INSTANCE_START : Effect.INSTANCE_STOP;
            }
            return lowered(block.reload(), sameRouter);
        }

        /** A keyword that may make another instance did not, when the instance is the same. */
        private static Effect lowered(Effect declared, boolean sameRouter) {
            return declared == Effect.INSTANCE_RESTART && sameRouter ? Effect.HITLESS : declared;
        }

        private void setting(String path, EffectiveSetting old, EffectiveSetting fresh, boolean sameRouter) {
            List<String> before = inForce(old);
            List<String> after = inForce(fresh);
            EffectiveSetting shown = fresh == null || !fresh.set() && old != null && old.set() ? old : fresh;
            Effect effect = lowered(shown.reload(), sameRouter);
            boolean written = old != null && old.set() || fresh != null && fresh.set();
            if (before.equals(after) || !written && effect == Effect.HITLESS) {
                return;
            }
            Change.Kind kind = old == null || !old.set()
                    ? Change.Kind.ADDED
                    : fresh == null || !fresh.set() ? Change.Kind.REMOVED : Change.Kind.CHANGED;
            boolean entries = shown.list() || before.size() > 1 || after.size() > 1;
            changes.add(new Change(written ? kind : Change.Kind.CHANGED, path + shown.keyword(),
                    words(shown, entries ? without(before, after) : before),
                    words(shown, entries ? without(after, before) : after), effect,
                    (fresh == null ? shown : fresh).origin(), shown.idle()));
        }

        private static List<String> inForce(EffectiveSetting setting) {
            return setting == null || setting.origin().kind() == Origin.Kind.DROPPED ? List.of() : setting.arguments();
        }

        private static List<String> without(List<String> some, List<String> others) {
            List<String> rest = new ArrayList<>(some);
            rest.removeAll(others);
            return rest;
        }

        private static String words(EffectiveSetting setting, List<String> arguments) {
            if (setting.secret() && !arguments.isEmpty()) {
                return MASK;
            }
            return arguments.equals(List.of("")) ? "on" : String.join(", ", arguments);
        }
    }
}
