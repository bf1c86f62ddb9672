package org.jkeepalived.vrrp.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Adverts on the wire, receive side: real bytes, round trips, every truncation, every flipped bit")
class ReceivedAdvertTest {

    private static final IpAddress SOURCE = IpAddress.parse("10.9.0.1");
    private static final IpAddress SOURCE6 = IpAddress.parse("fe80::f059:23ff:fe1b:845b");
    private static final String KEEPALIVED_V2 = "213364020101028c0a0900640a0900653131313100000000";
    private static final String KEEPALIVED_V3 = "313464010032757e0a090078";
    private static final String KEEPALIVED_V6 = "31356e020032ceb9fe800000000000000000000000000053fd000009000000000000000000000100";

    /** The message lies somewhere inside direct memory of the wrong byte order, as a receive buffer may. */
    private static ReceivedAdvert view(byte[] message, AddressFamily family) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(message.length + 40).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(20, message);
        ReceivedAdvert advert = new ReceivedAdvert().message(buffer, 20, message.length).header(family, 3, 255, true);
        return family == AddressFamily.IPV4
                ? advert.addresses(0, SOURCE.low(), 0, AdvertFormat.GROUP_IPV4.low())
                : advert.addresses(SOURCE6.high(), SOURCE6.low(), AdvertFormat.GROUP_IPV6.high(),
                        AdvertFormat.GROUP_IPV6.low());
    }

    private static ReceivedAdvert view(String hex, AddressFamily family) {
        return view(HexFormat.of().parseHex(hex), family);
    }

    @Test
    void aVersion2AdvertOfKeepalived() {
        ReceivedAdvert advert = view(KEEPALIVED_V2, AddressFamily.IPV4);
        assertTrue(advert.hasFixedHeader() && advert.surplusBytes() == 0 && advert.checksumIsRight());
        assertEquals(2, advert.versionNumber());
        assertEquals(1, advert.type());
        assertEquals(51, advert.vrid());
        assertEquals(100, advert.priority());
        assertEquals(1_000_000_000L, advert.advertIntervalNanos());
        assertEquals(List.of(IpAddress.parse("10.9.0.100"), IpAddress.parse("10.9.0.101")),
                List.of(advert.address(0), advert.address(1)));
        assertEquals(Authentication.TYPE_PASSWORD, advert.authenticationType());
        assertEquals(Authentication.password("1111".getBytes(StandardCharsets.US_ASCII)).data(),
                advert.authenticationData());
        assertEquals(SOURCE, advert.source());
    }

    @Test
    void aVersion3AdvertOfKeepalived() {
        ReceivedAdvert advert = view(KEEPALIVED_V3, AddressFamily.IPV4);
        assertTrue(advert.surplusBytes() == 0 && advert.checksumIsRight());
        assertEquals(3, advert.versionNumber());
        assertEquals(500_000_000L, advert.advertIntervalNanos());
        assertEquals(IpAddress.parse("10.9.0.120"), advert.address(0));
    }

    @Test
    void anIpv6AdvertOfKeepalived() {
        ReceivedAdvert advert = view(KEEPALIVED_V6, AddressFamily.IPV6);
        assertTrue(advert.surplusBytes() == 0 && advert.checksumIsRight() && advert.firstAddressIsLinkLocal());
        assertEquals(List.of(IpAddress.parse("fe80::53"), IpAddress.parse("fd00:9::100")),
                List.of(advert.address(0), advert.address(1)));
        assertEquals(SOURCE6, advert.source());
    }

    @Test
    @DisplayName("18: a version 3 IPv4 checksum is right with the pseudo header and without it")
    void bothChecksumForms() {
        for (boolean pseudoHeader : new boolean[]{true, false}) {
            assertTrue(view(AdvertFormatTest.v3(pseudoHeader, "10.9.0.120").encode(100).bytes(0), AddressFamily.IPV4)
                    .checksumIsRight());
        }
    }

    @Test
    @DisplayName("41: reserved bits are ignored on receive")
    void reservedBits() {
        byte[] message = HexFormat.of().parseHex(KEEPALIVED_V3);
        message[4] |= (byte) 0xf0;
        assertEquals(500_000_000L, view(message, AddressFamily.IPV4).advertIntervalNanos());
    }

    @Test
    void whatIsEncodedIsRead() {
        for (AdvertFormat format : List.of(AdvertFormatTest.v2(Authentication.NONE, "10.0.0.1"),
                AdvertFormatTest.v3(true, "10.0.0.1"), AdvertFormatTest.v6("fe80::1", "2001:db8::1"))) {
            for (int priority : new int[]{0, 1, 100, 254, 255}) {
                ReceivedAdvert advert = view(format.encode(priority).bytes(0), format.family());
                assertTrue(advert.surplusBytes() == 0 && advert.checksumIsRight());
                assertEquals(priority, advert.priority());
                assertEquals(format.vrid(), advert.vrid());
                assertEquals(format.version().number(), advert.versionNumber());
                assertEquals(format.advertIntervalNanos(), advert.advertIntervalNanos());
                assertEquals(format.addresses().getLast(), advert.address(advert.addressCount() - 1));
            }
        }
    }

    @Test
    @DisplayName("30, 31: every truncation is recognised before anything behind the end is read")
    void truncations() {
        truncate(KEEPALIVED_V2, AddressFamily.IPV4);
        truncate(KEEPALIVED_V3, AddressFamily.IPV4);
        truncate(KEEPALIVED_V6, AddressFamily.IPV6);
    }

    private static void truncate(String hex, AddressFamily family) {
        byte[] whole = HexFormat.of().parseHex(hex);
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer exact = ByteBuffer.wrap(Arrays.copyOf(whole, length));
            ReceivedAdvert advert = new ReceivedAdvert().message(exact, 0, length).header(family, 3, 255, true);
            assertEquals(length >= 2, advert.hasVrid());
            assertTrue(!advert.hasFixedHeader() || advert.surplusBytes() < 0, "truncated to " + length);
        }
    }

    @Test
    @DisplayName("32: every single flipped bit makes the checksum wrong or the length impossible")
    void flippedBits() {
        flip(KEEPALIVED_V2, AddressFamily.IPV4);
        flip(KEEPALIVED_V3, AddressFamily.IPV4);
        flip(KEEPALIVED_V6, AddressFamily.IPV6);
    }

    private static void flip(String hex, AddressFamily family) {
        byte[] whole = HexFormat.of().parseHex(hex);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] message = whole.clone();
            message[bit / 8] ^= (byte) (1 << bit % 8);
            ReceivedAdvert advert = view(message, family);
            assertFalse(advert.surplusBytes() == 0 && advert.checksumIsRight(), "bit " + bit);
        }
    }
}
