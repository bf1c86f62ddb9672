package org.jkeepalived.health;

import java.util.List;

/**
 * What a check of a script's file found.
 *
 * @param path the program to execute, with PATH searched and symbolic links in its directories resolved
 * @param usable whether it may be run
 * @param insecure whether somebody other than root could change what root would run
 * @param findings in the order found
 */
public record ScriptVerdict(String path, boolean usable, boolean insecure, List<ScriptFinding> findings) {
    /** Copies the list. */
    public ScriptVerdict {
        findings = List.copyOf(findings);
    }

    /** keepalived's line about a vrrp_script that is dropped, empty when it has none. */
    public String disablingTrackScriptLine(String name) {
        if (usable) {
            return "";
        }
        return switch (findings.getLast()) {
            case ScriptFinding.Unsafe _,ScriptFinding.WrongFileType _ ->
                "Disabling track script " + name + " due to insecure";
            case ScriptFinding.NotAccessible _,ScriptFinding.NotInPath _ ->
                "Disabling track script " + name + " since not found/accessible";
            case ScriptFinding.NotExecutable _,ScriptFinding.FoundByPath _ -> "";
        };
    }
}
