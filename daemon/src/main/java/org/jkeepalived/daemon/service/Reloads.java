package org.jkeepalived.daemon.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.ReloadCheck;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.host.LinuxHostFacts;
import org.jkeepalived.daemon.interfaces.LinkFacts;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.route.InterfaceTable;

/**
 * Reads the configuration again while the old one runs on, and goes over to it only when it is good. Requests that come while one is under
 * way are answered by one more reading after it.
 *
 * <p>State is the loop's. Reading, checking, mapping and everything else that grows with the configuration is done on
 * the files' thread, from pictures that the loop gave; the loop exchanges the one for the other and does what has
 * changed.
 */
final class Reloads {

    private final DaemonOptions options;
    private final DaemonLog journal;
    private final Wiring parts;
    private final Platform platform;
    private LoadResult running;
    private boolean reading;
    private boolean again;

    Reloads(DaemonOptions options, Wiring parts, Platform platform) {
        this.options = options;
        this.journal = parts.journal;
        this.parts = parts;
        this.platform = platform;
    }

    /** This is what runs now. */
    void running(LoadResult loaded) {
        running = loaded;
    }

    /** What was read of what runs. */
    LoadResult running() {
        return running;
    }

    /** Somebody asks for a reload. On the loop's thread. */
    void request() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        journal.parent("Reloading ...");
        LoadResult before = running;
        PreparedConfiguration present = parts.controller.present();
        LinkFacts facts = parts.controller.facts();
        parts.files.execute(() -> read(before, present, facts));
    }

    private void read(LoadResult before, PreparedConfiguration present, LinkFacts facts) {
        parts.status.reloading();
        Configuration configuration = before.configuration();
        try (ReloadMarker _ = ReloadMarker.open(configuration.global().reloading().markerFile(),
                Configurations.pidFiles(options, configuration.daemon()).parent(), journal)) {
            LoadResult loaded = Configurations.load(options, new LinuxHostFacts(presentLinks()));
            List<String> refusals = ReloadCheck.refusals(before, loaded);
            if (!refusals.isEmpty()) {
                parts.loop.inbox().post(() -> {
                    announce(loaded);
                    finished(new ApplyResult.Refused(refusals), firstError(loaded));
                });
                return;
            }
            prepare(loaded, loaded.configuration(), List.of(), present, facts);
        } catch (SystemCallException | RuntimeException | Error e) {
            parts.loop.inbox().post(() -> {
                journal.parent("Reload failed, the old configuration stays in force: " + e);
                finished(new ApplyResult.Refused(List.of()), Optional.of(e.toString()));
            });
        }
    }

    /** On the files' thread. */
    private void prepare(LoadResult loaded, Configuration possible, List<String> missing, PreparedConfiguration present,
            LinkFacts facts) {
        PreparedConfiguration prepared = parts.controller.prepare(possible, present, facts);
        List<String> awaited = awaitedInterfaces(possible);
        parts.loop.inbox().post(() -> decide(loaded, prepared, missing, awaited, facts));
    }

    private void decide(LoadResult loaded, PreparedConfiguration prepared, List<String> missing, List<String> awaited,
            LinkFacts facts) {
        Map<AddressFamily, SystemCallException> refused = parts.families.enable(prepared.configuration());
        if (!refused.isEmpty()) {
            // Rare, and not worth a look at each instance here: what is left of it is prepared anew.
            PreparedConfiguration present = parts.controller.present();
            parts.files.execute(() -> {
                List<String> reasons = new ArrayList<>(missing);
                Configuration rest = without(prepared.configuration(), refused, reasons);
                prepare(loaded, rest, reasons, present, facts);
            });
            return;
        }
        announce(loaded);
        awaited.forEach(journal::vrrp);
        running = loaded;
        List<String> reasons = new ArrayList<>(missing);
        String unnoticed = parts.controller.reconfigure(prepared);
        if (!unnoticed.isEmpty()) {
            reasons.add(unnoticed);
        }
        parts.trackers.configure(prepared.configuration());
        finished(ApplyResult.applied(reasons), Optional.empty());
    }

    private void announce(LoadResult loaded) {
        for (String file : loaded.files()) {
            if (journal.detailed()) {
                journal.parent("Opening file '" + file + "'.");
            }
        }
        journal.parent("Configuration file " + options.configurationFile());
        journal.vrrp("Reloading");
        for (Diagnostic finding : loaded.logged()) {
            for (String line : finding.logLines()) {
                journal.vrrp(line);
            }
        }
    }

    /** keepalived's words, which it has with dynamic_interfaces alone. */
    static List<String> awaitedInterfaces(Configuration configuration) {
        Set<String> awaited = new LinkedHashSet<>();
        for (InstanceSettings instance : configuration.instances()) {
            if (!instance.interfaceExists()) {
                awaited.add(instance.interfaceName());
            }
        }
        List<String> lines = new ArrayList<>();
        for (String name : awaited) {
            lines.add("Configuration specifies interface " + name
                    + " which doesn't currently exist - will use if created");
        }
        return lines;
    }

    /**
     * The configuration without the instances whose adverts cannot be sent: a MASTER that nobody hears would be a
     * second one.
     *
     * @param reasons what is not run, and why, is added to them
     */
    static Configuration without(Configuration all, Map<AddressFamily, SystemCallException> refused,
            List<String> reasons) {
        List<InstanceSettings> possible = new ArrayList<>();
        for (InstanceSettings instance : all.instances()) {
            SystemCallException reason = refused.get(instance.family());
            if (reason == null) {
                possible.add(instance);
            } else {
                reasons.add("(" + instance.name() + ") is not run, its adverts cannot be sent: " + reason.getMessage());
            }
        }
        return PreparedConfiguration.with(all, possible);
    }

    private InterfaceTable presentLinks() throws SystemCallException {
        InterfaceTable links = InterfaceTable.snapshot();
        platform.addLinks(links);
        return links;
    }

    /** The first finding that has a place, of those that are errors. */
    private static Optional<String> firstError(LoadResult loaded) {
        return loaded.diagnostics()
                .stream()
                .filter(finding -> finding.position() != null && finding.severity() == Severity.ERROR)
                .min(Comparator.comparing(finding -> !finding.endsStart()))
                .map(finding -> finding.position() + ": " + finding.message());
    }

    /** @param cause what the service manager is told, in the place of the reasons */
    private void finished(ApplyResult result, Optional<String> cause) {
        reading = false;
        if (result instanceof ApplyResult.Applied) {
            journal.parent("Reload complete");
            parts.status.outcome("");
        } else if (result instanceof ApplyResult.AppliedInPart(List<String> reasons)) {
            reasons.forEach(reason -> journal.parent("Reload applied in part: " + reason));
            parts.status.outcome("reload applied in part: " + String.join("; ", reasons));
        } else if (result instanceof ApplyResult.Refused(List<String> reasons)) {
            reasons.forEach(
                    reason -> journal.parent("Reload refused, the old configuration stays in force: " + reason));
            parts.status.outcome("reload refused, the old configuration stays in force: "
                    + cause.orElse(reasons.isEmpty() ? "" : reasons.getFirst()));
        }
        parts.status.ready();
        if (again) {
            again = false;
            request();
        }
    }
}
