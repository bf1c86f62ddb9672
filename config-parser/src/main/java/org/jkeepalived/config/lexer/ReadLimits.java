package org.jkeepalived.config.lexer;

/**
 * How much a configuration may be. Within these any input is read in bounded time and memory; beyond them reading stops with an error at the place.
 * keepalived has no limits of this kind: it runs until the memory ends.
 */
public final class ReadLimits {
    /** A line of this many bytes, its newline not counted, is dropped, in a file as after the substitution of definitions. */
    public static final int LINE_BYTES = 1023;
    /** Bytes of all files together; a file that is included again counts again. */
    public static final int BYTES = 4 << 20;
    /** Files read; a file that is included again counts again. */
    public static final int FILES = 1000;
    /** Files open at the same time, each included by the one before. */
    public static final int INCLUDE_DEPTH = 64;
    /** What an include pattern may match, and how many directory entries it may look at. */
    public static final int MATCHES = 10_000;
    /** Lines that are not blank, those that definitions and generators make included. */
    public static final int LINES = 100_000;
    /** Words and braces. */
    public static final int WORDS = 300_000;
    /** Braces open at the same time. */
    public static final int BRACES = 1000;
    /** Multi-line definitions and generators that are at work at the same time, one inside the other. */
    public static final int NESTING = 64;
    /** Times that a line is substituted again because what was put in uses a definition; one that uses itself ends here. */
    public static final int SUBSTITUTIONS = 64;
    /** Uses of definitions in all lines together. */
    public static final int USES = 1_000_000;

    private ReadLimits() {}
}
