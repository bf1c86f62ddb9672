package org.jkeepalived.config;

import org.jkeepalived.config.draft.BfdDraft;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.Followed;
import org.jkeepalived.config.draft.TrackDraft;
import org.jkeepalived.config.draft.TrackFileDraft;
import org.jkeepalived.config.draft.TrackProcessDraft;
import org.jkeepalived.config.settings.TrackSources;
import org.jkeepalived.config.settings.TrackedSources;
import org.jkeepalived.config.settings.TrackedSources.TrackedSource;

/** Files, processes and sessions to settings, and who follows them. */
final class SourceSettingsBuilder {
    private final ConfigurationDraft draft;

    SourceSettingsBuilder(ConfigurationDraft draft) {
        this.draft = draft;
    }

    TrackSources all() {
        return new TrackSources(draft.trackFiles.stream().map(TrackFileDraft::settings).toList(),
                draft.trackProcesses.stream().map(TrackProcessDraft::settings).toList(),
                draft.sessions.values().stream().filter(session -> !session.unusable).map(BfdDraft::settings).toList());
    }

    TrackedSources followed(Followed followed) {
        return new TrackedSources(followed.files.values().stream().map(this::file).toList(),
                followed.processes.values().stream().map(this::process).toList(),
                followed.sessions.values()
                        .stream()
                        .filter(track -> !draft.sessions.get(track.name).unusable)
                        .map(this::session)
                        .toList());
    }

    private TrackedSource file(TrackDraft track) {
        return tracked(track, draft.fileWeight(track), draft.trackFile(track.name).reverse);
    }

    private TrackedSource process(TrackDraft track) {
        TrackProcessDraft process = draft.trackProcess(track.name);
        return tracked(track, track.weight == null ? process.effectiveWeight() : track.weight, process.reverse);
    }

    private TrackedSource session(TrackDraft track) {
        return tracked(track, draft.sessionWeight(track), draft.sessions.get(track.name).reverse);
    }

    private static TrackedSource tracked(TrackDraft track, int weight, boolean reverse) {
        return new TrackedSource(track.name, weight, track.reverse == null ? reverse : track.reverse);
    }
}
