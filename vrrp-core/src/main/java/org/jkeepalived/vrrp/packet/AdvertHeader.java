package org.jkeepalived.vrrp.packet;

import org.jkeepalived.net.AddressFamily;

/**
 * Where the fields of an advert lie, for both directions: RFC 3768 section 5.1 and RFC 9568 section 5.1. Offsets are in bytes from the start
 * of the message.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-------+-------+---------------+---------------+---------------+
 * |version| type  |  router id    |   priority    | address count |
 * +-------+-------+---------------+---------------+---------------+
 * |  version 2: authentication type, interval (s) |   checksum    |
 * |  version 3: reserved (4 bits), interval (cs)  |               |
 * +---------------------------------------------------------------+
 * |  addresses ... , version 2: eight bytes of authentication data|
 * </pre>
 */
final class AdvertHeader {

    static final int VERSION_AND_TYPE = 0;
    static final int VRID = 1;
    static final int PRIORITY = 2;
    static final int ADDRESS_COUNT = 3;
    /** Version 2. */
    static final int AUTHENTICATION_TYPE = 4;
    /** Version 2, in seconds. */
    static final int INTERVAL_SECONDS = 5;
    /** Version 3: two bytes, the upper four bits reserved. */
    static final int INTERVAL_CENTISECONDS = 4;
    static final int CHECKSUM = 6;
    static final int ADDRESSES = 8;

    /** Bytes of authentication data behind the addresses of version 2. */
    static final int AUTHENTICATION_BYTES = 8;
    static final int TYPE_ADVERTISEMENT = 1;
    static final long NANOS_PER_SECOND = 1_000_000_000L;
    static final long NANOS_PER_CENTISECOND = 10_000_000L;

    private AdvertHeader() {}

    /** Where the i-th address lies. */
    static int address(AddressFamily family, int index) {
        return ADDRESSES + index * family.addressBytes();
    }

    /** Length of a message, which is exact: what is longer is no advert either. */
    static int length(boolean version2, AddressFamily family, int addressCount) {
        return address(family, addressCount) + (version2 ? AUTHENTICATION_BYTES : 0);
    }
}
