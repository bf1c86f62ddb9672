package org.jkeepalived.config.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.syntax.Spelling;

/** The interface of an instance exists; with dynamic_interfaces it may appear later; a unicast source address can stand in for its name. */
final class InterfaceRule implements InstanceRule {
    private static final int NAMES_SHOWN = 8;

    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        if (instance.interfaceName == null && !instance.peers.isEmpty() && instance.source != null) {
            instance.interfaceName = scope.facts().interfaceHolding(instance.source).orElse(null);
            instance.interfaceBySource = true;
        }
        if (instance.interfaceName == null) {
            return;
        }
        instance.interfaceExists = scope.facts().interfaceExists(instance.interfaceName);
        if (!instance.interfaceExists && !scope.global().dynamicInterfaces()) {
            scope.findings()
                    .absentInterface(instance.interfacePlace,
                            "WARNING - interface " + instance.interfaceName + " for vrrp_instance " + instance.name
                                    + " doesn't exist",
                            expected(scope))
                    .suggesting(Spelling.nearest(instance.interfaceName, names(scope)));
        }
    }

    private static List<String> names(Scope scope) {
        return scope.facts()
                .interfaceNames()
                .stream()
                .filter(name -> !scope.facts().isLoopback(name))
                .sorted()
                .toList();
    }

    private static String expected(Scope scope) {
        List<String> names = names(scope);
        String some = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return "an interface of this machine"
                + (names.isEmpty() ? "" : ": " + some + (names.size() > NAMES_SHOWN ? " ..." : ""));
    }
}
