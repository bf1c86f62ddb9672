package org.jkeepalived.daemon.observe;

import java.util.function.Consumer;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.NotifyScripts;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.daemon.mapping.ScriptMapper;
import org.jkeepalived.health.NotifyRunner;
import org.jkeepalived.health.NotifyState;
import org.jkeepalived.health.NotifyTarget;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterState;

/**
 * Tells scripts what the core wants told, on the thread of a {@link NotifyRunner}. No state is lost in silence: one
 * that a newer state of the same instance overtakes is logged by the runner, and a queue that is full says so.
 */
public final class ScriptNotifier implements Observer {

    private final NotifyRunner runner;
    private final Consumer<String> log;

    /** @param log told of notifications that were lost */
    public ScriptNotifier(NotifyRunner runner, Consumer<String> log) {
        this.runner = runner;
        this.log = log;
    }

    @Override
    public String name() {
        return "notify scripts";
    }

    @Override
    public boolean wants(Action action) {
        return action instanceof Action.Notify || action instanceof Action.NotifyGroup
                || action instanceof Action.NotifyLowerPriority;
    }

    @Override
    public void onReport(Report report) {
        if (report.action() instanceof Action.NotifyGroup(String name, RouterState state)) {
            SyncGroupSettings group = report.configuration().group(name);
            if (group != null) {
                submit(new NotifyTarget(NotifyTarget.Kind.GROUP, name), state(state), 0, group.notifyScripts());
            }
            return;
        }
        InstanceSettings settings = report.configuration().settings(report.router());
        if (settings == null) {
            return;
        }
        NotifyTarget target = new NotifyTarget(NotifyTarget.Kind.INSTANCE, settings.name());
        if (report.action() instanceof Action.Notify(RouterState state, int priority)) {
            submit(target, state(state), priority, settings.notifyScripts());
        } else if (report.action() instanceof Action.NotifyLowerPriority(int priority)) {
            submit(target, NotifyState.MASTER_RX_LOWER_PRI, priority, settings.notifyScripts());
        }
    }

    @Override
    public void onLoss(long reports) {
        log.accept("The scripts of " + reports + " notifications were not run");
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
}
