package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.report.Findings;
import org.jkeepalived.config.report.Part;

import java.util.List;

/** Every rule, in the order in which they depend on each other. */
public final class Rules {
    private static final List<InstanceRule> INSTANCE_RULES = List.of(new MandatoryRule(),
            new OwnerStateRule(),
            new AuthenticationRule(), new PreemptionRule(), new AdvertIntervalRule(), new UnicastRule(),
            new AddressCountRule(), new AcceptRule(), new LinkDelayRule(),
            new TrackRule());

    private Rules() {}

    /** Checks and repairs what was read. */
    public static void apply(ConfigurationDraft draft, Findings findings, HostFacts facts, boolean test) {
        findings.in(Part.VRRP);
        Scope scope = new Scope(draft, findings, facts, test);
        ScriptAccountRule accounts = new ScriptAccountRule();
        GlobalScriptRule globalScripts = new GlobalScriptRule();
        globalScripts.accounts(accounts, scope);
        globalScripts.parentFiles(scope);
        globalScripts.paths(scope);
        accounts.apply(scope);
        new GarpGroupRule().apply(scope);
        for (InstanceDraft instance : draft.instances.values()) {
            new InterfaceRule().apply(instance, scope);
            TrackRule.known(instance, scope);
        }
        draft.syncGroups.values().forEach(group -> TrackRule.known(group, scope));
        boolean startEnds = findings.endStart();
        if (!startEnds) {
            new ScriptFileRule().apply(scope);
        }
        new SyncGroupRule().apply(scope);
        for (InstanceDraft instance : draft.instances.values()) {
            for (InstanceRule rule : INSTANCE_RULES) {
                rule.apply(instance, scope);
            }
        }
        if (!startEnds) {
            new UnusedScriptRule().apply(scope);
        }
        new SameRouterIdRule().apply(scope);
    }
}
