package org.jkeepalived.config.rule;

import java.util.List;
import org.jkeepalived.config.declaration.Origins;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.host.HostFacts;

/** Every rule, in the order in which they depend on each other. */
public final class Rules {
    private static final List<InstanceRule> INSTANCE_RULES = List.of(new MandatoryRule(), new OwnerStateRule(),
            new HmacRule(), new AuthenticationRule(), new StrictModeRule(), new PrivateLinkRule(),
            new AddressVmacRule(), new PreemptionRule(), new AdvertIntervalRule(), new UnicastRule(),
            new AddressCountRule(), new AcceptRule(), new LinkDelayRule(), new TrackRule(), new TrackSourceRule());

    private Rules() {}

    /** Checks and repairs what was read. */
    public static void apply(ConfigurationDraft draft, Findings findings, HostFacts facts, boolean test,
            Origins origins) {
        Scope scope = new Scope(draft, findings, facts, test, origins);
        ScriptAccountRule accounts = new ScriptAccountRule();
        GlobalScriptRule globalScripts = new GlobalScriptRule();
        globalScripts.accounts(accounts, scope);
        globalScripts.parentFiles(scope);
        globalScripts.paths(scope);
        accounts.apply(scope);
        new GarpGroupRule().apply(scope);
        if (!draft.virtualServers.isEmpty() || draft.global.syncDaemon != null) {
            findings.in(Part.CHECKER);
            VirtualServerRules.apply(scope);
        }
        findings.in(Part.VRRP);
        new SameLinkNameRule().apply(scope);
        for (InstanceDraft instance : draft.instances.values()) {
            PrivateLinkRule.atEndOfBlock(instance, scope);
            new InterfaceRule().apply(instance, scope);
            TrackRule.known(instance, scope);
        }
        draft.syncGroups.values().forEach(group -> TrackRule.known(group, scope));
        if (draft.instances.isEmpty()) {
            // keepalived looks at no script when there is no instance that could need one
            draft.scripts.clear();
        }
        boolean scriptsCount = !findings.endStart() && !draft.instances.isEmpty();
        if (scriptsCount) {
            new ScriptFileRule().apply(scope);
        }
        new SyncGroupRule().apply(scope);
        new TrackGroupRule().apply(scope);
        for (InstanceDraft instance : draft.instances.values()) {
            for (InstanceRule rule : INSTANCE_RULES) {
                rule.apply(instance, scope);
            }
        }
        if (scriptsCount) {
            new UnusedScriptRule().apply(scope);
        }
        new SameRouterIdRule().apply(scope);
    }
}
