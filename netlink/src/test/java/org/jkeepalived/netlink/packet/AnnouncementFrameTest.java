package org.jkeepalived.netlink.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.junit.jupiter.api.Test;

/** The bytes are those that keepalived puts on the wire for the same addresses. */
class AnnouncementFrameTest {
    private static final MacAddress MAC = new MacAddress(0xf259_231b_845bL);

    private static String hex(OutboundFrame frame) {
        return HexFormat.of().formatHex(frame.packetBytes());
    }

    @Test
    void gratuitousArpIsABroadcastRequestForTheSendersOwnAddress() {
        assertEquals("fffffffffffff259231b845b08060001080006040001f259231b845b0a090064ffffffffffff0a090064",
                hex(AnnouncementFrame.of(1, MAC, IpAddress.parse("10.9.0.100"), false)));
    }

    @Test
    void unsolicitedAdvertisementGoesToAllNodesWithOverrideSet() {
        assertEquals(
                "333300000001f259231b845b86dd6000000000203afffe800000000000000000000000000053ff02000000000000"
                        + "00000000000000018800bf2720000000fe8000000000000000000000000000530201f259231b845b",
                hex(AnnouncementFrame.of(1, MAC, IpAddress.parse("fe80::53"), false)));
        assertEquals(
                "333300000001f259231b845b86dd6000000000203afffd000009000000000000000000000100ff02000000000000"
                        + "00000000000000018800c0bb20000000fd0000090000000000000000000001000201f259231b845b",
                hex(AnnouncementFrame.of(1, MAC, IpAddress.parse("fd00:9::100"), false)));
    }

    @Test
    void aRouterSetsTheRouterFlagAndTheChecksumFollows() {
        byte[] host = AnnouncementFrame.of(1, MAC, IpAddress.parse("fe80::53"), false).packetBytes();
        byte[] router = AnnouncementFrame.of(1, MAC, IpAddress.parse("fe80::53"), true).packetBytes();
        assertEquals((byte) 0xa0, router[58]);
        int hostChecksum = (host[56] & 0xff) << 8 | host[57] & 0xff;
        int routerChecksum = (router[56] & 0xff) << 8 | router[57] & 0xff;
        assertEquals(0x8000, hostChecksum - routerChecksum);
    }
}
