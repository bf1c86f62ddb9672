package org.jkeepalived.config.rule;

import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.report.Findings;
import org.jkeepalived.config.report.Part;
import org.jkeepalived.config.tree.Statement;

/**
 * keepalived enters the network namespace of the file before its children read anything. Where there is none of that name, its test ends there, with
 * 0 whatever the parent found, and a start ends as well.
 */
public final class NetworkNamespaceRule {
    private NetworkNamespaceRule() {}

    /** Looks for the first net_namespace of a configuration that is tested. */
    public static void apply(Statement root, Findings findings, HostFacts facts) {
        for (Statement statement : root.children()) {
            if (statement.keyword().text().equals("net_namespace") && statement.argument() != null) {
                String name = statement.argument().text();
                if (!facts.networkNamespaceExists(name)) {
                    findings.in(Part.PARENT);
                    findings.advice(statement.argument().place().untold(), ExitClass.ABORT_NAMESPACE,
                            "no-network-namespace",
                            "network namespace " + name
                                    + " does not exist: keepalived's test ends here with exit code 0, a start ends",
                            "a namespace that 'ip netns' lists");
                }
                return;
            }
        }
    }
}
