package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.ConfigurationDraft;
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

    private static List<Keyword<ConfigurationDraft>> globals() {
        return List.of(Keyword
                .nested("global_defs", "",
                        new Body.Own<>(() -> GlobalKeywords.KEYWORDS,
                                (ConfigurationDraft all, Statement _, Binding _) -> all.global,
                                all -> List.of(all.global), _ -> ""))
                .example("global_defs {\n  router_id LB_1\n}")
                .says("Settings of the whole daemon and the defaults of its instances; may stand several times."));
    }

    private static List<Keyword<ConfigurationDraft>> blocks() {
        return List.of(
                Keyword.nested("vrrp_script", "NAME",
                        new Body.Own<>(() -> ScriptKeywords.KEYWORDS, TopLevelKeywords::script,
                                (ConfigurationDraft all) -> all.scripts.values(), script -> Quoting.word(script.name)))
                        .required()
                        .readBy(Part.VRRP)
                        .example("vrrp_script chk {\n  script \"/usr/bin/true\"\n}")
                        .says("A program that is run at intervals and whose result instances follow."),
                Keyword.nested("vrrp_sync_group", "NAME",
                        new Body.Own<>(() -> SyncGroupKeywords.KEYWORDS, TopLevelKeywords::group,
                                (ConfigurationDraft all) -> all.syncGroups.values(), group -> Quoting.word(group.name)))
                        .readBy(Part.VRRP)
                        .uniquelyNamed()
                        .example("vrrp_sync_group VG {\n  group {\n    VI_1\n    VI_2\n  }\n}")
                        .says("Instances that change state together."),
                Keyword.nested("vrrp_instance", "NAME",
                        new Body.Own<>(() -> InstanceKeywords.KEYWORDS, TopLevelKeywords::instance,
                                (ConfigurationDraft all) -> all.instances.values(),
                                instance -> Quoting.word(instance.name)))
                        .readBy(Part.VRRP)
                        .uniquelyNamed()
                        .example("vrrp_instance VI_1 {\n  interface eth0\n  virtual_router_id 51\n"
                                + "  virtual_ipaddress {\n    192.0.2.10\n  }\n}")
                        .says("A virtual router on an interface."));
    }

    private static ScriptDraft script(ConfigurationDraft all, Statement block, Binding binding) {
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

    private static SyncGroupDraft group(ConfigurationDraft all, Statement block, Binding binding) {
        return unique(all.syncGroups, block, "vrrp_sync_group must have a name - skipping",
                "vrrp sync group NAME already defined", (name, place) -> new SyncGroupDraft(name, place, all.global),
                binding);
    }

    private static InstanceDraft instance(ConfigurationDraft all, Statement block, Binding binding) {
        InstanceDraft instance = unique(all.instances, block, "vrrp_instance must have a name",
                "vrrp instance NAME already defined", (name, place) -> new InstanceDraft(name, place, all.global),
                binding);
        if (instance != null) {
            instance.routing = new RoutingDraft(all.sharedRouting);
            instance.closing = block.closedAt();
        }
        return instance;
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
