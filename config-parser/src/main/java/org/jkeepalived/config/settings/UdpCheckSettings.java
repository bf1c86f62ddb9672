package org.jkeepalived.config.settings;

/**
 * UDP_CHECK: a datagram is not refused, or is answered.
 *
 * @param probe when
 * @param connection where to
 * @param payload content of the datagram as hex digits, two per byte, or null for a filler of 32 bytes
 * @param replyRequired silence is a failure
 * @param replyPattern how the reply begins, as hex digits and x for any digit, two per byte; empty for any reply
 * @param minReplyLength bytes, 0..65535
 * @param maxReplyLength bytes, 0..65535; a smaller one than the least can never succeed
 */
public record UdpCheckSettings(
        ProbeSettings probe,
        ConnectionSettings connection,
        String payload,
        boolean replyRequired,
        String replyPattern,
        int minReplyLength,
        int maxReplyLength) implements CheckerSettings {
    /** The longest acceptable reply where nothing else is said. */
    public static final int DEFAULT_MAX_REPLY_LENGTH = 255;
}
