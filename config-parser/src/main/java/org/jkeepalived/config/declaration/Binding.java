package org.jkeepalived.config.declaration;

import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.host.HostFacts;

/**
 * What binding a statement may use.
 *
 * @param findings where complaints go
 * @param test a configuration test: numbers with trailing junk are errors
 * @param facts the machine
 * @param dynamicInterfaces interfaces may be missing
 * @param origins where accepted statements are noted
 * @param named the blocks that later ones may name
 */
public record Binding(
        Findings findings,
        boolean test,
        HostFacts facts,
        boolean dynamicInterfaces,
        Origins origins,
        NamedBlocks named) {}
