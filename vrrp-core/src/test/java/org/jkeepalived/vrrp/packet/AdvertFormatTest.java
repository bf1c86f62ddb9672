package org.jkeepalived.vrrp.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Adverts on the wire, transmit side: RFC 3768 section 5.3, RFC 9568 section 5.2")
class AdvertFormatTest {

    private static final long SECOND = 1_000_000_000L;
    private static final IpAddress SOURCE = IpAddress.parse("10.9.0.1");
    private static final IpAddress SOURCE6 = IpAddress.parse("fe80::f059:23ff:fe1b:845b");

    static AdvertFormat v2(Authentication authentication, String... addresses) {
        return new AdvertFormat(ProtocolVersion.V2, AddressFamily.IPV4, 51, SECOND, authentication, true,
                addresses(addresses), SOURCE, List.of(AdvertFormat.GROUP_IPV4));
    }

    static AdvertFormat v3(boolean pseudoHeader, String... addresses) {
        return new AdvertFormat(ProtocolVersion.V3, AddressFamily.IPV4, 52, SECOND / 2, Authentication.NONE,
                pseudoHeader, addresses(addresses), SOURCE, List.of(AdvertFormat.GROUP_IPV4));
    }

    static AdvertFormat v6(String... addresses) {
        return new AdvertFormat(ProtocolVersion.V3, AddressFamily.IPV6, 53, SECOND / 2, Authentication.NONE, true,
                addresses(addresses), SOURCE6, List.of(AdvertFormat.GROUP_IPV6));
    }

    private static List<IpAddress> addresses(String... texts) {
        return Stream.of(texts).map(IpAddress::parse).toList();
    }

    private static String hex(AdvertFormat format, int priority) {
        return HexFormat.of().formatHex(format.encode(priority).bytes(0));
    }

    @Test
    @DisplayName("10-14, 16, 20, 23: a version 2 advert with password equals keepalived's, byte for byte")
    void version2() {
        assertEquals("21336402" + "0101028c" + "0a090064" + "0a090065" + "3131313100000000",
                hex(v2(Authentication.password("1111".getBytes(StandardCharsets.US_ASCII)), "10.9.0.100", "10.9.0.101"),
                        100));
    }

    @Test
    @DisplayName("10-13, 15, 18: a version 3 IPv4 advert equals keepalived's, checksum with pseudo header")
    void version3() {
        assertEquals("31346401" + "0032757e" + "0a090078", hex(v3(true, "10.9.0.120"), 100));
    }

    @Test
    @DisplayName("17, 21, 22: a version 3 IPv6 advert equals keepalived's, checksum with pseudo header")
    void version3OverIpv6() {
        assertEquals("31356e02" + "0032ceb9" + "fe800000000000000000000000000053" + "fd000009000000000000000000000100",
                hex(v6("fe80::53", "fd00:9::100"), 110));
    }

    @Test
    @DisplayName("18: v3_checksum_as_v2 covers the message only, as RFC 9568 has it")
    void version3WithoutPseudoHeader() {
        byte[] message = v3(false, "10.9.0.120").encode(100).bytes(0);
        assertEquals(0xffff, Checksum.fold(Checksum.sum(ByteBuffer.wrap(message), 0, message.length)));
    }

    @Test
    @DisplayName("15: [v3] 4 reserved bits zero, 12-bit interval in centiseconds, 1..4095")
    void intervalOfVersion3() {
        assertEquals("0fff", hex(withInterval(ProtocolVersion.V3, 40_950_000_000L), 1).substring(8, 12));
        assertEquals("0001", hex(withInterval(ProtocolVersion.V3, 10_000_000L), 1).substring(8, 12));
        assertThrows(IllegalArgumentException.class, () -> withInterval(ProtocolVersion.V3, 40_960_000_000L));
        assertThrows(IllegalArgumentException.class, () -> withInterval(ProtocolVersion.V3, 15_000_000L));
        assertThrows(IllegalArgumentException.class, () -> withInterval(ProtocolVersion.V3, 0));
    }

    @Test
    @DisplayName("14: [v2] byte 4 auth type, byte 5 interval in whole seconds")
    void intervalOfVersion2() {
        assertEquals("00ff", hex(withInterval(ProtocolVersion.V2, 255 * SECOND), 1).substring(8, 12));
        assertThrows(IllegalArgumentException.class, () -> withInterval(ProtocolVersion.V2, 256 * SECOND));
        assertThrows(IllegalArgumentException.class, () -> withInterval(ProtocolVersion.V2, SECOND / 2));
    }

    private static AdvertFormat withInterval(ProtocolVersion version, long nanos) {
        return new AdvertFormat(version, AddressFamily.IPV4, 1, nanos, Authentication.NONE, true, List.of(), SOURCE,
                List.of(AdvertFormat.GROUP_IPV4));
    }

    @Test
    @DisplayName("11: VRID 1..255 in byte 1; 12: the priority byte is the effective priority, 0 on release")
    void vridAndPriority() {
        assertThrows(IllegalArgumentException.class, () -> withVrid(0));
        assertThrows(IllegalArgumentException.class, () -> withVrid(256));
        assertTrue(hex(withVrid(255), 0).startsWith("31ff00"));
        assertTrue(hex(withVrid(1), 255).startsWith("3101ff"));
    }

    private static AdvertFormat withVrid(int vrid) {
        return new AdvertFormat(ProtocolVersion.V3, AddressFamily.IPV4, vrid, SECOND, Authentication.NONE, true,
                addresses("10.0.0.9"), SOURCE, List.of(AdvertFormat.GROUP_IPV4));
    }

    @Test
    @DisplayName("13: the count is the number of addresses in the packet, at most 255")
    void countOfAddresses() {
        String[] many = Collections.nCopies(255, "10.0.0.9").toArray(String[]::new);
        assertEquals(255, v3(true, many).encode(1).bytes(0)[3] & 0xff);
        assertThrows(IllegalArgumentException.class,
                () -> v3(true, Collections.nCopies(256, "10.0.0.9").toArray(String[]::new)));
    }

    @Test
    @DisplayName("19: [v2] length = 8 + 4n + 8; [v3] 8 + 4n or 8 + 16n")
    void lengths() {
        for (int n = 0; n <= 255; n++) {
            assertEquals(8 + 4 * n + 8, AdvertFormat.length(ProtocolVersion.V2, AddressFamily.IPV4, n));
            assertEquals(8 + 4 * n, AdvertFormat.length(ProtocolVersion.V3, AddressFamily.IPV4, n));
            assertEquals(8 + 16 * n, AdvertFormat.length(ProtocolVersion.V3, AddressFamily.IPV6, n));
        }
        assertEquals(24, v2(Authentication.NONE, "10.0.0.1", "10.0.0.2").encode(9).length());
    }

    @Test
    @DisplayName("20: [v2] authentication data is always there, zero for type 0; a key is cut to 8 characters")
    void authenticationData() {
        assertTrue(hex(v2(Authentication.NONE, "10.0.0.1"), 1).endsWith("0000000000000000"));
        assertTrue(hex(v2(Authentication.password("abcdefghij".getBytes(StandardCharsets.US_ASCII)), "10.0.0.1"), 1)
                .endsWith("6162636465666768"));
        assertEquals("PASS", Authentication.password("secret".getBytes(StandardCharsets.US_ASCII)).toString());
    }

    @Test
    @DisplayName("18: each unicast destination has the checksum of its own pseudo header")
    void oneVariantPerPeer() {
        List<IpAddress> peers = addresses("10.9.0.2", "10.9.0.3");
        AdvertFormat format = new AdvertFormat(ProtocolVersion.V3, AddressFamily.IPV4, 5, SECOND, Authentication.NONE,
                true, addresses("10.9.0.9"), SOURCE, peers);
        AdvertPayload payload = format.encode(100);
        assertEquals(2, payload.destinations());
        for (int i = 0; i < 2; i++) {
            ByteBuffer copy = ByteBuffer.allocate(payload.length());
            payload.copyTo(i, copy);
            assertEquals(0, copy.remaining());
            IpAddress to = peers.get(i);
            ReceivedAdvert received = new ReceivedAdvert().message(copy, 0, copy.capacity())
                    .header(AddressFamily.IPV4, 1, 255, false);
            assertTrue(received.addresses(0, SOURCE.low(), 0, to.low()).checksumIsRight());
        }
    }
}
