package org.jkeepalived.config.finding;

import org.jkeepalived.config.diagnostic.SourcePosition;

/**
 * Where a finding points, with what is needed to show it.
 *
 * @param position the word
 * @param sourceLine its line as it stands in the file
 * @param sequence number of the line in reading order over all files, the sort key of findings
 * @param told keepalived's form of the finding names the line
 */
public record Place(SourcePosition position, String sourceLine, int sequence, boolean told) {

    /** A place that keepalived's form names. */
    public Place(SourcePosition position, String sourceLine, int sequence) {
        this(position, sourceLine, sequence, true);
    }

    /** The same place for a check that keepalived makes after everything was read: its form names no line. */
    public Place untold() {
        return new Place(position, sourceLine, sequence, false);
    }
}
