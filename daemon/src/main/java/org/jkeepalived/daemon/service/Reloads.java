package org.jkeepalived.daemon.service;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.ReloadCheck;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.host.LinuxHostFacts;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.loop.Inbox;
import org.jkeepalived.daemon.observe.ManagerStatus;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.route.InterfaceTable;

/**
 * Reads the configuration again while the old one runs on, and goes over to it only when it is good. Requests that come while one is under
 * way are answered by one more reading after it. State is the loop's; reading is done on the files' thread.
 */
final class Reloads {

    private final DaemonOptions options;
    private final DaemonLog journal;
    private final ManagerStatus status;
    private final Executor files;
    private final Inbox inbox;
    private final Consumer<LoadResult> apply;
    private final Platform platform;
    private LoadResult running;
    private boolean reading;
    private boolean again;

    /** @param apply goes over to a configuration, on the loop's thread */
    Reloads(DaemonOptions options, DaemonLog journal, ManagerStatus status, Executor files, Inbox inbox,
            Consumer<LoadResult> apply, Platform platform) {
        this.options = options;
        this.journal = journal;
        this.status = status;
        this.files = files;
        this.inbox = inbox;
        this.apply = apply;
        this.platform = platform;
    }

    /** This is what runs now. */
    void running(LoadResult loaded) {
        running = loaded;
    }

    /** Somebody asks for a reload. On the loop's thread. */
    void request() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        journal.parent("Reloading ...");
        LoadResult present = running;
        files.execute(() -> read(present));
    }

    private void read(LoadResult present) {
        status.reloading();
        Configuration configuration = present.configuration();
        try (ReloadMarker _ = ReloadMarker.open(configuration.global().reloading().markerFile(),
                Configurations.pidFiles(options, configuration.daemon()).parent(), journal)) {
            LoadResult loaded = Configurations.load(options, new LinuxHostFacts(presentLinks()));
            List<String> refusals = ReloadCheck.refusals(present, loaded);
            inbox.post(() -> decide(loaded, refusals));
        } catch (SystemCallException | RuntimeException e) {
            journal.parent("Reload failed, the old configuration stays in force: " + e);
            inbox.post(() -> {
                status.outcome(refused(e.toString()));
                finished();
            });
        }
    }

    private InterfaceTable presentLinks() throws SystemCallException {
        InterfaceTable links = InterfaceTable.snapshot();
        platform.addLinks(links);
        return links;
    }

    private void decide(LoadResult loaded, List<String> refusals) {
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
        if (refusals.isEmpty()) {
            apply.accept(loaded);
            journal.parent("Reload complete");
        } else {
            for (String refusal : refusals) {
                journal.parent("Reload refused, the old configuration stays in force: " + refusal);
            }
            status.outcome(refused(firstError(loaded).orElse(refusals.getFirst())));
        }
        finished();
    }

    private static String refused(String reason) {
        return "reload refused, the old configuration stays in force: " + reason;
    }

    /** The first finding that has a place, of those that are errors. */
    private static Optional<String> firstError(LoadResult loaded) {
        return loaded.diagnostics()
                .stream()
                .filter(finding -> finding.position() != null && finding.severity() == Severity.ERROR)
                .min(Comparator.comparing(finding -> !finding.endsStart()))
                .map(finding -> finding.position() + ": " + finding.message());
    }

    private void finished() {
        reading = false;
        status.ready();
        if (again) {
            again = false;
            request();
        }
    }
}
