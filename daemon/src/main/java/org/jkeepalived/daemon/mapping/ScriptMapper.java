package org.jkeepalived.daemon.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.NotifyScripts;
import org.jkeepalived.config.settings.ScriptSettings;
import org.jkeepalived.health.CheckSpec;
import org.jkeepalived.health.NotifyRequest;
import org.jkeepalived.health.NotifyState;
import org.jkeepalived.health.NotifyTarget;
import org.jkeepalived.health.ScriptCommand;

/** vrrp_script blocks as checks, notify lines as requests. */
public final class ScriptMapper {
    private ScriptMapper() {}

    /** The checks that somebody tracks; keepalived does not run the others either. */
    public static List<CheckSpec> checks(Configuration configuration) {
        Set<String> tracked = new HashSet<>();
        configuration.instances().forEach(instance -> instance.trackScripts().forEach(t -> tracked.add(t.name())));
        configuration.syncGroups().forEach(group -> group.trackScripts().forEach(t -> tracked.add(t.name())));
        return configuration.scripts()
                .stream()
                .filter(script -> tracked.contains(script.name()))
                .map(ScriptMapper::check)
                .toList();
    }

    private static CheckSpec check(ScriptSettings script) {
        return new CheckSpec(script.name(), command(script.command()), script.intervalNanos(), script.timeoutNanos(),
                script.rise(), script.fall(), script.initFail());
    }

    /** A command; null stays null. */
    public static ScriptCommand command(org.jkeepalived.config.settings.ScriptCommand command) {
        if (command == null) {
            return null;
        }
        return command.isForShell()
                ? new ScriptCommand(List.of("/bin/sh", "-c", command.shellText()), command.uid(), command.gid(),
                        List.of(), command.shellText())
                : ScriptCommand.of(command.arguments(), command.uid(), command.gid());
    }

    /** The request for a state; without commands when no script is configured for it. */
    public static NotifyRequest request(NotifyTarget target, NotifyState state, int priority, NotifyScripts scripts) {
        var specific = command(switch (state) {
            case MASTER -> scripts.master();
            case BACKUP -> scripts.backup();
            case FAULT -> scripts.fault();
            case STOP -> scripts.stop();
            case DELETED -> scripts.deleted();
            case MASTER_RX_LOWER_PRI -> scripts.masterReceivesLower();
        });
        var generic = command(scripts.any());
        return new NotifyRequest(target, state, priority, specific, generic);
    }
}
