package org.jkeepalived.netlink.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.jkeepalived.net.IpAddress;
import org.junit.jupiter.api.Test;

/** RFC 9568 section 5.1, the IP header. */
class AdvertFrameTest {
    private static final IpAddress GROUP = IpAddress.parse("224.0.0.18");

    private static String hex(OutboundFrame frame) {
        return HexFormat.of().formatHex(frame.packetBytes());
    }

    @Test
    void ipv4HeaderHasProtocol112TrafficClassC0AndTheLengthOfThePayload() {
        AdvertFrame frame = new AdvertFrame(3, IpAddress.parse("10.9.0.1"), GROUP, 255, 24);
        frame.payload().putInt(0, 0x21336402);
        frame.setPayloadLength(4);
        assertEquals("45c0001800000000ff7000000a090001e000001221336402", hex(frame));
    }

    @Test
    void ipv6HeaderHasNextHeader112TrafficClassC0AndTheLengthOfThePayload() {
        AdvertFrame frame = new AdvertFrame(3, IpAddress.parse("fe80::1"), IpAddress.parse("ff02::12"), 255, 24);
        frame.payload().putInt(0, 0x31356e02);
        frame.setPayloadLength(4);
        assertEquals("6c000000000470fffe800000000000000000000000000001ff020000000000000000000000000012" + "31356e02",
                hex(frame));
    }

    @Test
    void theSourceCanBeReplaced() {
        AdvertFrame frame = new AdvertFrame(3, IpAddress.parse("10.9.0.1"), GROUP, 255, 0);
        frame.setSource(IpAddress.parse("10.9.0.2"));
        assertEquals("45c0001400000000ff7000000a090002e0000012", hex(frame));
    }

    @Test
    void aPayloadLongerThanTheFrameIsRefused() {
        AdvertFrame frame = new AdvertFrame(3, IpAddress.parse("10.9.0.1"), GROUP, 255, 8);
        assertThrows(IllegalArgumentException.class, () -> frame.setPayloadLength(9));
        assertThrows(IllegalArgumentException.class, () -> frame.setPayloadLength(-1));
    }

    @Test
    void sourceAndDestinationAreOfOneFamily() {
        assertThrows(IllegalArgumentException.class,
                () -> new AdvertFrame(3, IpAddress.parse("fe80::1"), GROUP, 255, 8));
    }
}
