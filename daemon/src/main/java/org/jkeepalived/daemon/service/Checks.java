package org.jkeepalived.daemon.service;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.mapping.ScriptMapper;
import org.jkeepalived.health.CheckEvent;
import org.jkeepalived.health.CheckResult;
import org.jkeepalived.health.CheckRunner;
import org.jkeepalived.health.CheckStatus;
import org.jkeepalived.health.ScriptLauncher;
import org.jkeepalived.vrrp.TrackerCondition;

/** Runs the vrrp_scripts and passes their results on. Any thread. */
final class Checks implements AutoCloseable {

    private final CheckRunner runner;

    /**
     * @param changed told the name of a script and its new condition, on the checks' thread
     * @param failed told of a mistake in this program, on the checks' thread, which goes on
     */
    Checks(ScriptLauncher launcher, DaemonLog journal, BiConsumer<String, TrackerCondition> changed,
            Consumer<Throwable> failed) {
        runner = new CheckRunner(launcher, event -> {
            String line = event.logLine();
            if (!line.isEmpty()) {
                journal.vrrp(line);
            }
            if (event instanceof CheckEvent.ResultChanged(String name, CheckResult result)) {
                changed.accept(name, condition(result));
            }
        }, failed);
    }

    private static TrackerCondition condition(CheckResult result) {
        return switch (result) {
            case UNKNOWN -> TrackerCondition.INIT;
            case UP -> TrackerCondition.UP;
            case DOWN -> TrackerCondition.DOWN;
        };
    }

    /** Starts the scripts of a configuration, or goes over to those of another. */
    void configure(Configuration configuration) {
        runner.apply(ScriptMapper.checks(configuration));
    }

    CompletableFuture<List<CheckStatus>> statuses() {
        return runner.statuses();
    }

    @Override
    public void close() {
        runner.close();
    }
}
