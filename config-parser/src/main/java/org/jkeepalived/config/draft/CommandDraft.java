package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.config.settings.ScriptCommand;

/** A command line with the account it names, before either is checked. */
public final class CommandDraft {
    /** Where it stands. */
    public final Place place;
    /** argv. */
    public final List<String> arguments;
    /** Login name, or null for the default account. */
    public String userName;
    /** Group name, or null for the user's own. */
    public String groupName;
    /** The account; null until looked up. */
    public UserIds account;
    /** It cannot be run: dropped from the settings. */
    public boolean unusable;

    /** A command without account. */
    public CommandDraft(Place place, List<String> arguments) {
        this.place = place;
        this.arguments = new ArrayList<>(arguments);
    }

    /** The command as messages quote it. */
    public String quoted() {
        return "'" + String.join("' '", arguments) + "'";
    }

    /** Null when it cannot be run. */
    public ScriptCommand settings() {
        return unusable || account == null
                ? null
                : new ScriptCommand(arguments, account.name(), account.uid(), account.gid());
    }
}
