package org.jkeepalived.config.report;

import org.jkeepalived.config.diagnostic.SourcePosition;

/**
 * Where a finding points, with what is needed to show it.
 *
 * @param position
 *            the word
 * @param sourceLine
 *            its line as it stands in the file
 * @param sequence
 *            number of the line in reading order over all files, the sort key of findings
 */
public record Place(SourcePosition position, String sourceLine, int sequence) {}
