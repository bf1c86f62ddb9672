package org.jkeepalived.daemon.service;

import java.util.HashMap;
import java.util.Map;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.NotifyScripts;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.daemon.mapping.ScriptMapper;
import org.jkeepalived.health.NotifyRunner;
import org.jkeepalived.health.NotifyState;
import org.jkeepalived.health.NotifyTarget;
import org.jkeepalived.health.ScriptLauncher;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterState;

/** Tells scripts what the core wants told. The loop's thread calls it; the scripts run elsewhere. */
final class Notifications implements AutoCloseable {

    private final NotifyRunner runner;
    private final Map<String, SyncGroupSettings> groups = new HashMap<>();

    Notifications(ScriptLauncher launcher, DaemonLog journal) {
        runner = new NotifyRunner(launcher, event -> {
            String line = event.logLine();
            if (!line.isEmpty()) {
                journal.vrrp(line);
            }
        });
    }

    /** From now on groups are told as this configuration says. */
    void configure(Configuration configuration) {
        groups.clear();
        configuration.syncGroups().forEach(group -> groups.put(group.name(), group));
    }

    /** A notification of an instance. */
    void instance(InstanceSettings settings, Action action) {
        NotifyTarget target = new NotifyTarget(NotifyTarget.Kind.INSTANCE, settings.name());
        switch (action) {
            case Action.Notify(RouterState state, int priority) ->
                    submit(target, state(state), priority, settings.notifyScripts());
            case Action.NotifyLowerPriority(int priority) ->
                    submit(target, NotifyState.MASTER_RX_LOWER_PRI, priority, settings.notifyScripts());
            case Action other -> throw new IllegalArgumentException(other.toString());
        }
    }

    /** A notification of a sync group. */
    void group(String name, RouterState state) {
        SyncGroupSettings settings = groups.get(name);
        if (settings != null) {
            submit(new NotifyTarget(NotifyTarget.Kind.GROUP, name), state(state), 0, settings.notifyScripts());
        }
    }

    private void submit(NotifyTarget target, NotifyState state, int priority, NotifyScripts scripts) {
        NotifyState told = state == NotifyState.DELETED && !scripts.reportDeleted() ? NotifyState.FAULT : state;
        if (told != null && !scripts.equals(NotifyScripts.NONE)) {
            // Also a state without a script of its own: it supersedes an older one that still waits.
            runner.submit(ScriptMapper.request(target, told, priority, scripts));
        }
    }

    private static NotifyState state(RouterState state) {
        return switch (state) {
            case INIT -> null;
            case BACKUP -> NotifyState.BACKUP;
            case MASTER -> NotifyState.MASTER;
            case FAULT -> NotifyState.FAULT;
            case DELETED -> NotifyState.DELETED;
            case STOP -> NotifyState.STOP;
        };
    }

    /** Waits for the scripts of the stop as long as keepalived does. Not on the loop's thread while it serves routers. */
    @Override
    public void close() {
        runner.close();
    }
}
