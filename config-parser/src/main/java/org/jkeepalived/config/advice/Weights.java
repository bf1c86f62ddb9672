package org.jkeepalived.config.advice;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.draft.TrackDraft;
import org.jkeepalived.config.finding.Place;

/**
 * A source of an instance that changes its priority.
 *
 * @param name the script or interface
 * @param weight added while it is up, or taken away while it is down when negative; never 0
 * @param place where it is followed
 */
record Weights(String name, int weight, Place place) {
    static List<Weights> of(InstanceDraft instance, Survey survey) {
        List<Weights> all = new ArrayList<>();
        for (TrackDraft track : instance.followed.scripts.values()) {
            ScriptDraft script = survey.draft().scripts.get(track.name);
            int weight = track.weight != null ? track.weight : script == null ? 0 : script.weight;
            if (weight != 0) {
                all.add(new Weights(track.name, weight, track.place));
            }
        }
        for (TrackDraft track : instance.followed.interfaces.values()) {
            if (track.weight != null && track.weight != 0) {
                all.add(new Weights(track.name, track.weight, track.place));
            }
        }
        return all;
    }
}
