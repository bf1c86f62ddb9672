package org.jkeepalived.config.diagnostic;

/**
 * A place in a configuration file.
 *
 * @param file the name as it was given (command line or include pattern)
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param length characters to underline, at least 1
 */
public record SourcePosition(String file, int line, int column, int length) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
