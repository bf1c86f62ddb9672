package org.jkeepalived.daemon.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.ScriptSettings;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.config.settings.TrackedScript;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.mapping.ScriptMapper;
import org.jkeepalived.daemon.mapping.Tracked;
import org.jkeepalived.daemon.mapping.TrackerId;
import org.jkeepalived.daemon.mapping.TrackerKind;
import org.jkeepalived.health.CheckEvent;
import org.jkeepalived.health.CheckResult;
import org.jkeepalived.health.CheckRunner;
import org.jkeepalived.health.CheckStatus;
import org.jkeepalived.health.ScriptLauncher;
import org.jkeepalived.vrrp.TrackerCondition;

/**
 * vrrp_scripts: runs those that somebody tracks, on the thread of a {@link CheckRunner}, and says what comes of them.
 */
public final class ScriptSource implements TrackerSource {

    static final TrackerKind KIND = new Kind();

    private static final String NAME = "script";
    private static final long STATUS_LIMIT_MILLIS = 500;

    private final CheckRunner runner;

    /**
     * @param sink told on the checks' thread
     * @param failed told of a mistake in this program, on the checks' thread, which goes on
     */
    public ScriptSource(ScriptLauncher launcher, DaemonLog journal, TrackerSink sink, Consumer<Throwable> failed) {
        runner = new CheckRunner(launcher, event -> {
            String line = event.logLine();
            if (!line.isEmpty()) {
                journal.vrrp(line);
            }
            if (event instanceof CheckEvent.ResultChanged(String name, CheckResult result)) {
                sink.changed(id(name), condition(result));
            }
        }, failed);
    }

    /** The script of that name. */
    public static TrackerId id(String script) {
        return new TrackerId(NAME, script);
    }

    static TrackerCondition condition(CheckResult result) {
        return switch (result) {
            case UNKNOWN -> TrackerCondition.INIT;
            case UP -> TrackerCondition.UP;
            case DOWN -> TrackerCondition.DOWN;
        };
    }

    @Override
    public TrackerKind kind() {
        return KIND;
    }

    @Override
    public void configure(Configuration configuration) {
        runner.apply(() -> ScriptMapper.checks(configuration));
    }

    @Override
    public List<TrackerStatus> statuses() {
        try {
            List<TrackerStatus> all = new ArrayList<>();
            for (CheckStatus check : runner.statuses().get(STATUS_LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
                all.add(new ScriptStatus(check));
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException | TimeoutException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        runner.close();
    }

    private static final class Kind implements TrackerKind {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void declare(Configuration configuration, InstanceMapper.Links links, Declarations out) {
            for (ScriptSettings script : configuration.scripts()) {
                out.tracker(script.name(), script.initFail() ? TrackerCondition.DOWN : TrackerCondition.INIT);
            }
        }

        @Override
        public List<Tracked> of(InstanceSettings instance, StaticSettings statics) {
            return tracked(instance.trackScripts());
        }

        @Override
        public List<Tracked> of(SyncGroupSettings group) {
            return tracked(group.trackScripts());
        }

        private static List<Tracked> tracked(List<TrackedScript> scripts) {
            List<Tracked> all = new ArrayList<>(scripts.size());
            for (TrackedScript script : scripts) {
                all.add(new Tracked(script.name(), script.weight(), script.reverse()));
            }
            return all;
        }
    }
}
