package org.jkeepalived.config.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.HmacTrailer;
import org.jkeepalived.config.settings.HmacTrailer.AntiReplay;
import org.jkeepalived.config.settings.HmacTrailer.Mode;

/** auth_hmac while it is read; null where nothing was written. */
public final class HmacDraft {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long LEAST_WINDOW_NANOS = 5 * NANOS_PER_SECOND;
    private static final long LONGEST_WINDOW_NANOS = 300 * NANOS_PER_SECOND;
    private static final int INTERVALS = 3;

    /** Name of the instance, for messages. */
    public final String instance;
    /** By id. */
    public final Map<Integer, HmacTrailer.Key> keys = new LinkedHashMap<>();
    public int activeKey;
    public Long timeWindowSeconds;
    public AntiReplay antiReplay;
    public Mode mode;

    /** A block of this instance. */
    public HmacDraft(String instance) {
        this.instance = instance;
    }

    /** What is left after the rules. */
    public HmacTrailer settings(long advertIntervalNanos) {
        long window = timeWindowSeconds != null
                ? timeWindowSeconds * NANOS_PER_SECOND
                : Math.clamp(INTERVALS * advertIntervalNanos, LEAST_WINDOW_NANOS, LONGEST_WINDOW_NANOS);
        return new HmacTrailer(List.copyOf(keys.values()), activeKey, window,
                antiReplay == null ? AntiReplay.TIME : antiReplay, mode == null ? Mode.ENFORCE : mode);
    }
}
