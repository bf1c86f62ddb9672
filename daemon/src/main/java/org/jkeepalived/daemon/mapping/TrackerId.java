package org.jkeepalived.daemon.mapping;

/**
 * What tells one tracker, something whose condition instances follow, from another: {@code script chk}, {@code
 * interface eth1}.
 *
 * <p>A class and not a record: what a record compares by is linked at its first use, which would be on the path to the
 * first advert.
 */
public final class TrackerId {
    private final String kind;
    private final String name;

    /**
     * @param kind {@link TrackerKind#name}
     * @param name of the tracker, within its kind
     */
    public TrackerId(String kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrackerId that && kind.equals(that.kind) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + name.hashCode();
    }

    /** As log lines name it. */
    @Override
    public String toString() {
        return kind + " " + name;
    }
}
