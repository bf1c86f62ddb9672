package org.jkeepalived.transcript;

/**
 * Whose doings a line of a transcript is about.
 *
 * @param ours whether it is this project's daemon
 * @param version keepalived's version ({@code 2.2.7}), empty for ours
 */
public record Audience(boolean ours, String version) {
    /** The tag of lines that hold for this project's daemon alone. */
    public static final String OURS = "ours";
    /** The tag of lines that hold for keepalived alone. */
    public static final String KEEPALIVED = "keepalived";

    /** This project's daemon. */
    public static Audience us() {
        return new Audience(true, "");
    }

    /** keepalived of that version. */
    public static Audience keepalived(String version) {
        return new Audience(false, version);
    }

    /** Whether a line with this tag, empty for none, holds for it. */
    public boolean accepts(String tag) {
        return tag.isEmpty() || (ours ? tag.equals(OURS) : tag.equals(KEEPALIVED) || tag.equals(version));
    }

    /** Whether a line with this tag holds for the other one. */
    public boolean othersAccept(String tag) {
        return tag.isEmpty() || tag.equals(OURS) != ours;
    }

    /** The tag of a line that holds for it alone. */
    public String tag() {
        return ours ? OURS : KEEPALIVED;
    }
}
