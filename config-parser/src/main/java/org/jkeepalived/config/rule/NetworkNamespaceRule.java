package org.jkeepalived.config.rule;

import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.settings.DaemonSettings;

/**
 * keepalived enters the network namespace of the file before its children read anything. Where there is none of that name, its test ends there, with
 * 0 whatever the parent found, and a start ends as well.
 */
public final class NetworkNamespaceRule {
    private NetworkNamespaceRule() {}

    /** Looks for the network namespace of a configuration that is tested. */
    public static void apply(ConfigurationDraft draft, Findings findings, HostFacts facts) {
        String name = draft.daemon.get(DaemonSettings.NETWORK_NAMESPACE);
        if (name != null && !facts.networkNamespaceExists(name)) {
            findings.in(Part.PARENT);
            findings.advice(draft.networkNamespacePlace.untold(), ExitClass.ABORT_NAMESPACE, "no-network-namespace",
                    "network namespace " + name
                            + " does not exist: keepalived's test ends here with exit code 0, a start ends",
                    "a namespace that 'ip netns' lists");
        }
    }
}
