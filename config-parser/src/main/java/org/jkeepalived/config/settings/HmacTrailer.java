package org.jkeepalived.config.settings;

import java.util.List;

/**
 * The authenticated trailer that keepalived 2.4 appends to adverts (keepalived.conf(5), auth_hmac).
 *
 * @param keys in the order of the file, each id once
 * @param activeKey id of the key that signs, 0 for none
 * @param timeWindowNanos age up to which an advert is accepted
 * @param antiReplay how a repeated advert is known
 * @param mode what is signed and what is demanded
 */
public record HmacTrailer(List<Key> keys, int activeKey, long timeWindowNanos, AntiReplay antiReplay, Mode mode) {
    public HmacTrailer {
        keys = List.copyOf(keys);
    }

    /**
     * A key.
     *
     * @param id 1..255
     * @param form how the value is meant
     * @param value 32..64 bytes of text, twice as many hexadecimal digits, or a path
     */
    public record Key(int id, Form form, String value) {
        /** How a key is given. */
        public enum Form {
            TEXT,
            HEX,
            FILE
        }
    }

    /** How a repeated advert is known. */
    public enum AntiReplay {
        /** By its time stamp. */
        TIME,
        /** By a counter that only grows. */
        MONOTONIC
    }

    /** What is signed and what is demanded. */
    public enum Mode {
        /** Sign, and accept what is signed. */
        ENFORCE,
        /** Sign, and accept unsigned adverts too. */
        PERMISSIVE,
        /** Do not sign; what is signed must be right. */
        RECEIVE_ONLY
    }
}
