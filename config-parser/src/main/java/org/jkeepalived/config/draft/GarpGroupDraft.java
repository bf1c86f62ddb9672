package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.LinkSettings.GarpGroup;

/** A garp_group while it is read; null where nothing was written. */
public final class GarpGroupDraft {
    /**
     * An interface that was named as a member.
     *
     * @param place where keepalived says what is wrong with it
     * @param listed it stood in the block {@code interfaces}
     */
    public record Member(String name, Place place, boolean listed) {}

    /** Its closing brace, or its keyword where there is none. */
    public final Place end;
    public Long garpIntervalNanos;
    public Long gnaIntervalNanos;
    public final List<Member> members = new ArrayList<>();

    /** A group without anything. */
    public GarpGroupDraft(Place end) {
        this.end = end;
    }

    /** The settings. */
    public GarpGroup settings() {
        return new GarpGroup(garpIntervalNanos == null ? 0 : garpIntervalNanos,
                gnaIntervalNanos == null ? 0 : gnaIntervalNanos, members.stream().map(Member::name).toList());
    }
}
