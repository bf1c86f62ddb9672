package org.jkeepalived.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;

/**
 * Decides whether a running daemon may take a newly read configuration. Findings at which a start would go on never refuse one by themselves; a
 * configuration that no longer means what its author wrote does.
 */
public final class ReloadCheck {
    private ReloadCheck() {}

    /**
     * Compares what runs with what was read.
     *
     * @return the reasons for keeping the old configuration, one line each; empty when the new one may be applied
     */
    public static List<String> refusals(LoadResult running, LoadResult read) {
        List<String> reasons = new ArrayList<>();
        if (!read.outcome().starts()) {
            read.diagnostics().stream().filter(Diagnostic::endsStart).map(Diagnostic::logLine).forEach(reasons::add);
            if (reasons.isEmpty()) {
                reasons.add("there is no configuration to read");
            }
        }
        reasons.addAll(newlyAbsent(running, read));
        if (reasons.isEmpty()) {
            reasons.addAll(fixed(running.configuration(), read.configuration()));
        }
        if (running.outcome().closesItsBlocks() && !read.outcome().closesItsBlocks()) {
            reasons.add("the new configuration does not close its blocks, the running one did");
        }
        if (reasons.isEmpty() && read.outcome().isEmpty() && !running.outcome().isEmpty()) {
            reasons.add("the new configuration is empty: stop the service to give up all addresses");
        }
        reasons.addAll(unknown(running, read));
        return reasons;
    }

    /** A misspelt keyword costs a priority, a check or a whole instance; one that resembles nothing is passed over, as keepalived does. */
    private static List<String> unknown(LoadResult running, LoadResult read) {
        Set<String> known = unknownKeywords(running).map(Diagnostic::message).collect(Collectors.toSet());
        Set<String> kept = read.configuration()
                .instances()
                .stream()
                .map(InstanceSettings::name)
                .collect(Collectors.toSet());
        List<String> reasons = new ArrayList<>();
        Optional<Diagnostic> first = unknownKeywords(read).findFirst();
        if (first.isPresent()) {
            for (InstanceSettings instance : running.configuration().instances()) {
                if (!kept.contains(instance.name())) {
                    reasons.add("instance " + instance.name()
                            + " is gone and the new configuration has an unknown keyword: " + first.get().logLine());
                }
            }
        }
        if (reasons.isEmpty()) {
            unknownKeywords(read).filter(d -> d.suggestion() != null && !known.contains(d.message()))
                    .map(Diagnostic::logLine)
                    .forEach(reasons::add);
        }
        return reasons;
    }

    private static Stream<Diagnostic> unknownKeywords(LoadResult loaded) {
        return loaded.diagnostics().stream().filter(d -> d.code().equals("unknown-keyword"));
    }

    /** A start waits for interfaces that are not there yet; a reload that names one more of them is rather a typo. */
    private static List<String> newlyAbsent(LoadResult running, LoadResult read) {
        Set<String> known = absent(running).map(Diagnostic::message).collect(Collectors.toSet());
        return absent(read).filter(d -> !d.endsStart() && !known.contains(d.message()))
                .map(Diagnostic::logLine)
                .toList();
    }

    private static Stream<Diagnostic> absent(LoadResult loaded) {
        return loaded.diagnostics()
                .stream()
                .filter(d -> d.code().equals(Diagnostic.ABSENT_INTERFACE) && d.severity() == Severity.ERROR);
    }

    /** What keepalived does not change without a restart; with a change in one of them it refuses everything else too. */
    private static List<String> fixed(Configuration running, Configuration read) {
        Map<String, Function<Configuration, Object>> fixed = new LinkedHashMap<>();
        fixed.put("network namespace", all -> all.daemon().networkNamespace());
        fixed.put("IPVS network namespace", all -> all.daemon().ipvsNamespace());
        fixed.put("instance name", all -> all.daemon().instance());
        fixed.put("nftables table name", all -> all.global().firewall().nftables());
        fixed.put("IPVS nftables table name", all -> all.global().lvs().nftablesTable());
        fixed.put("config_directory", all -> all.global().directories().temporary());
        fixed.put("disable_local_igmp", all -> all.global().disableLocalIgmp());
        return fixed.entrySet()
                .stream()
                .filter(setting -> !Objects.equals(setting.getValue().apply(running), setting.getValue().apply(read)))
                .map(setting -> "Cannot change " + setting.getKey() + " at a reload - please restart keepalived")
                .toList();
    }
}
