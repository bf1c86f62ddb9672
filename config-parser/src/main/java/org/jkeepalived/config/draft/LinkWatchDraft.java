package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.LinkSettings;

/** How links are watched, while it is read. */
public final class LinkWatchDraft {
    /** Delays in nanoseconds. */
    public record Delay(long downNanos, long upNanos) {}

    public boolean polling;
    public final Map<String, LinkSettings.Method> linkbeat = new LinkedHashMap<>();
    public final Map<String, Delay> delays = new LinkedHashMap<>();
    public final List<GarpGroupDraft> garpGroups = new ArrayList<>();

    /** The settings. */
    public LinkSettings settings() {
        return new LinkSettings(polling,
                linkbeat.entrySet().stream().map(e -> new LinkSettings.Linkbeat(e.getKey(), e.getValue())).toList(),
                delays.entrySet()
                        .stream()
                        .map(e -> new LinkSettings.LinkDelay(e.getKey(), e.getValue().downNanos(),
                                e.getValue().upNanos()))
                        .toList(),
                garpGroups.stream().map(GarpGroupDraft::settings).toList());
    }
}
