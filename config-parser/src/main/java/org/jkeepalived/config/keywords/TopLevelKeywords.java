package org.jkeepalived.config.keywords;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.RoutingDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.draft.SyncGroupDraft;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** What may stand outside any block. */
final class TopLevelKeywords {
    /** What is named stands before what names it, so that a configuration that is written in this order reads back. */
    static final Keywords<ConfigurationDraft> ALL = Keywords.of(globals(), TrackSourceBlocks.ALL, blocks(),
            DaemonKeywords.ALL, LinkKeywords.ALL, StaticKeywords.ALL, VirtualServerBlocks.ALL);

    private TopLevelKeywords() {}

    private static final class GlobalBlock implements Body.Own<ConfigurationDraft, GlobalDraft> {
        @Override
        public Keywords<GlobalDraft> keywords() {
            return GlobalKeywords.KEYWORDS;
        }

        @Override
        public GlobalDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            return all.global;
        }

        @Override
        public Collection<GlobalDraft> drafts(ConfigurationDraft all) {
            return List.of(all.global);
        }
    }

    private static final class ScriptBlock implements Body.Own<ConfigurationDraft, ScriptDraft> {
        @Override
        public Keywords<ScriptDraft> keywords() {
            return ScriptKeywords.KEYWORDS;
        }

        @Override
        public ScriptDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            if (all.scripts.containsKey(block.argument().text())) {
                binding.findings()
                        .notice(block.argument().place(), "duplicate",
                                "vrrp script " + block.argument() + " already defined");
                return null;
            }
            ScriptDraft script = create(all.scripts, block, ScriptDraft::new);
            script.closing = block.closedAt();
            return script;
        }

        @Override
        public Collection<ScriptDraft> drafts(ConfigurationDraft all) {
            return all.scripts.values();
        }

        @Override
        public String head(ScriptDraft script) {
            return Quoting.word(script.name);
        }
    }

    private static final class GroupBlock implements Body.Own<ConfigurationDraft, SyncGroupDraft> {
        @Override
        public Keywords<SyncGroupDraft> keywords() {
            return SyncGroupKeywords.KEYWORDS;
        }

        @Override
        public SyncGroupDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            return unique(all.syncGroups, block, "vrrp_sync_group must have a name - skipping",
                    "vrrp sync group NAME already defined",
                    (name, place) -> new SyncGroupDraft(name, place, all.global), binding);
        }

        @Override
        public Collection<SyncGroupDraft> drafts(ConfigurationDraft all) {
            return all.syncGroups.values();
        }

        @Override
        public String head(SyncGroupDraft group) {
            return Quoting.word(group.name);
        }
    }

    private static final class InstanceBlock implements Body.Own<ConfigurationDraft, InstanceDraft> {
        @Override
        public Keywords<InstanceDraft> keywords() {
            return InstanceKeywords.KEYWORDS;
        }

        @Override
        public InstanceDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            InstanceDraft instance = unique(all.instances, block, "vrrp_instance must have a name",
                    "vrrp instance NAME already defined", (name, place) -> new InstanceDraft(name, place, all.global),
                    binding);
            if (instance != null) {
                instance.routing = new RoutingDraft(all.sharedRouting);
                instance.closing = block.closedAt();
            }
            return instance;
        }

        @Override
        public Collection<InstanceDraft> drafts(ConfigurationDraft all) {
            return all.instances.values();
        }

        @Override
        public String head(InstanceDraft instance) {
            return Quoting.word(instance.name);
        }
    }

    private static List<Keyword<ConfigurationDraft>> globals() {
        return List.of(Keyword.nested("global_defs", "", new GlobalBlock())
                .example("global_defs {\n  router_id LB_1\n}")
                .says("Settings of the whole daemon and the defaults of its instances; may stand several times."));
    }

    private static List<Keyword<ConfigurationDraft>> blocks() {
        return List.of(
                Keyword.nested("vrrp_script", "NAME", new ScriptBlock())
                        .required()
                        .readBy(Part.VRRP)
                        .example("vrrp_script chk {\n  script \"/usr/bin/true\"\n}")
                        .says("A program that is run at intervals and whose result instances follow."),
                Keyword.nested("vrrp_sync_group", "NAME", new GroupBlock())
                        .readBy(Part.VRRP)
                        .uniquelyNamed()
                        .example("vrrp_sync_group VG {\n  group {\n    VI_1\n    VI_2\n  }\n}")
                        .says("Instances that change state together."),
                Keyword.nested("vrrp_instance", "NAME", new InstanceBlock())
                        .readBy(Part.VRRP)
                        .uniquelyNamed()
                        .example("vrrp_instance VI_1 {\n  interface eth0\n  virtual_router_id 51\n"
                                + "  virtual_ipaddress {\n    192.0.2.10\n  }\n}")
                        .says("A virtual router on an interface."));
    }

    /** A block with exactly one name, which is new. */
    static <C> C unique(Map<String, C> known, Statement block, String unnamed, String duplicate,
            BiFunction<String, Place, C> maker, Binding binding) {
        if (block.words().size() != 2) {
            binding.findings().error(block.words().getLast().place(), "no-name", unnamed, block.keyword() + " NAME {");
            return null;
        }
        String name = block.argument().text();
        if (known.containsKey(name)) {
            binding.findings()
                    .error(block.argument().place(), "duplicate", duplicate.replace("NAME", name),
                            "a name that is not taken");
            return null;
        }
        return create(known, block, maker);
    }

    private static <C> C create(Map<String, C> known, Statement block, BiFunction<String, Place, C> maker) {
        String name = block.argument().text();
        C created = maker.apply(name, block.argument().place());
        known.put(name, created);
        return created;
    }
}
