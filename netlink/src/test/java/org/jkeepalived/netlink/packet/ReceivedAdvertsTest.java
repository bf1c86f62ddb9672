package org.jkeepalived.netlink.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.jkeepalived.net.AddressFamily;
import org.junit.jupiter.api.Test;

class ReceivedAdvertsTest {
    /** An advert of keepalived's, without its Ethernet header. */
    private static final byte[] ADVERT = HexFormat.of()
            .parseHex("45c0002c00010000ff70d0840a090001e0000012" + "213364020101028c0a0900640a0900653131313100000000");
    private static final int HEADER = 20;

    private final ReceivedAdverts adverts = new ReceivedAdverts();

    private void receive(byte[] packet) {
        adverts.place(0, packet);
        adverts.decode(AddressFamily.IPV4, 1);
    }

    @Test
    void theIpHeaderIsReadAndTheMessageFollowsIt() {
        receive(ADVERT);
        assertEquals(24, adverts.payloadLength(0));
        assertEquals(0x21336402, adverts.buffer().getInt(adverts.payloadOffset(0)));
        assertEquals(255, adverts.hopLimit(0));
        assertEquals(0x0a090001L, adverts.sourceLow(0));
        assertEquals(0xe0000012L, adverts.destinationLow(0));
        assertTrue(adverts.multicast(0));
    }

    @Test
    void optionsOfTheIpHeaderAreNotPartOfTheMessage() {
        byte[] packet = new byte[ADVERT.length + 4];
        System.arraycopy(ADVERT, 0, packet, 0, HEADER);
        System.arraycopy(ADVERT, HEADER, packet, HEADER + 4, ADVERT.length - HEADER);
        packet[0] = 0x46;
        packet[3] = (byte) (packet[3] + 4);
        receive(packet);
        assertEquals(24, adverts.payloadLength(0));
        assertEquals(0x21336402, adverts.buffer().getInt(adverts.payloadOffset(0)));
    }

    @Test
    void bytesBehindTheTotalLengthAreNotPartOfTheMessage() {
        receive(Arrays.copyOf(ADVERT, ADVERT.length + 7));
        assertEquals(24, adverts.payloadLength(0));
    }

    @Test
    void everyTruncationGivesAMessageInsideThePacket() {
        for (int length = 0; length < ADVERT.length; length++) {
            receive(Arrays.copyOf(ADVERT, length));
            assertEquals(Math.max(0, length - HEADER), adverts.payloadLength(0), "of " + length + " bytes");
        }
    }

    @Test
    void aHeaderLengthThatLiesGivesAnEmptyMessage() {
        for (int words = 0; words < 16; words++) {
            byte[] packet = ADVERT.clone();
            packet[0] = (byte) (0x40 | words);
            receive(packet);
            int expected = words < 5 || words * 4 > packet.length ? 0 : packet.length - words * 4;
            assertEquals(expected, adverts.payloadLength(0), words + " words");
        }
    }
}
