package org.jkeepalived.netlink.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.Errno;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final String NESTED = "38000000" + "1800" + "0100" + "00000000" + "00000000" + "01020304"
            + "0500010007000000" + "08000200" + "0a000001" + "14000380" + "0600010034120000" + "080002" + "0012345678";

    private static byte[] nested() {
        return MessageBytes.of((MessageWriter writer) -> {
            writer.begin(24, 1);
            writer.appendBytes(new byte[]{1, 2, 3, 4});
            writer.putU8(1, 7);
            writer.putAddress(2, IpAddress.parse("10.0.0.1"));
            int nest = writer.beginNest(3);
            writer.putU16(1, 0x1234);
            writer.putU32NetworkOrder(2, 0x12345678);
            writer.endAttribute(nest);
            writer.end();
        });
    }

    private static List<String> walk(MessageReader reader) {
        AttributeReader outer = new AttributeReader();
        AttributeReader inner = new AttributeReader();
        List<String> seen = new ArrayList<>();
        while (reader.next()) {
            reader.attributes(outer, 4);
            while (outer.next()) {
                switch (outer.type()) {
                    case 1 -> seen.add("u8 " + outer.u8());
                    case 2 -> seen.add("address " + outer.address());
                    default -> {
                        inner.nested(outer);
                        while (inner.next()) {
                            seen.add("nested " + inner.type() + " " + inner.length() + " " + inner.u16());
                        }
                    }
                }
            }
        }
        return seen;
    }

    @Test
    void attributesNestAndArePadded() {
        if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
            assertEquals(NESTED, HexFormat.of().formatHex(nested()));
        }
        assertEquals(List.of("u8 7", "address 10.0.0.1", "nested 1 2 4660", "nested 2 4 13330"),
                walk(MessageBytes.reader(nested())));
    }

    @Test
    void nothingIsReadBeyondTheEnd() {
        byte[] bytes = nested();
        for (int length = 0; length < bytes.length; length++) {
            assertEquals(List.of(), walk(MessageBytes.reader(bytes, length)), length + " bytes");
            assertTrue(walk(MessageBytes.shortened(bytes, length)).size() < 4, length + " bytes");
        }
        for (int at = 0; at < bytes.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] damaged = bytes.clone();
                damaged[at] = (byte) value;
                walk(MessageBytes.reader(damaged));
            }
        }
    }

    @Test
    void memoryGrowsAsNeeded() {
        MessageWriter writer = new MessageWriter(16);
        writer.begin(1, 0);
        for (int i = 0; i < 100; i++) {
            writer.putU64NetworkOrder(i, i);
        }
        writer.putString(100, "name");
        writer.end();
        MessageReader reader = MessageBytes.reader(MessageBytes.of(writer));
        AttributeReader attributes = new AttributeReader();
        assertTrue(reader.next());
        reader.attributes(attributes, 0);
        for (int i = 0; i < 100; i++) {
            assertTrue(attributes.next());
            assertEquals(i, attributes.u64NetworkOrder());
        }
        assertTrue(attributes.next());
        assertEquals("name", attributes.string());
        assertFalse(attributes.next());
        assertFalse(attributes.malformed());
    }

    @Test
    void anAttributeHasAtMost65535Bytes() {
        MessageWriter writer = new MessageWriter();
        int start = writer.beginAttribute(1);
        writer.appendZeros(0xffff - 4);
        writer.endAttribute(start);
        int longer = writer.beginAttribute(1);
        writer.appendZeros(0x10000 - 4);
        assertThrows(IllegalArgumentException.class, () -> writer.endAttribute(longer));
    }

    /** An answer of Linux 6.18 to {@code ip link set lo up} for index 99, NETLINK_CAP_ACK and NETLINK_EXT_ACK set. */
    @Test
    void theKernelsExplanationIsRead() {
        byte[] answer = MessageBytes.of((MessageWriter writer) -> {
            writer.begin(Netlink.NLMSG_ERROR, Netlink.NLM_F_CAPPED | Netlink.NLM_F_ACK_TLVS);
            writer.appendU32(-Errno.ENODEV);
            writer.appendU32(64);
            writer.appendZeros(12);
            writer.putString(Netlink.NLMSGERR_ATTR_MSG, "Device not found");
            writer.putU32(Netlink.NLMSGERR_ATTR_OFFS, 36);
            writer.end();
        });
        NetlinkError error = error(MessageBytes.reader(answer));
        assertEquals(new NetlinkError(Errno.ENODEV, "Device not found", 36, false), error);
        assertEquals("No such device (Device not found)", error.toString());
        for (int length = Netlink.HEADER; length < answer.length; length++) {
            NetlinkError shorter = error(MessageBytes.shortened(answer, length));
            assertEquals(length < 20 ? Errno.EPROTO : Errno.ENODEV, shorter.errno());
            assertEquals(-1, shorter.offset());
        }
        for (int at = Netlink.HEADER; at < answer.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] damaged = answer.clone();
                damaged[at] = (byte) value;
                error(MessageBytes.reader(damaged));
                damaged[7] = (byte) (damaged[7] & 0xfe);
                error(MessageBytes.reader(damaged));
            }
        }
    }

    private static NetlinkError error(MessageReader reader) {
        assertTrue(reader.next());
        return NetlinkError.read(reader, new AttributeReader());
    }

    @Test
    void whatMayPassIsNotPermanent() {
        for (int errno : new int[]{Errno.EINVAL, Errno.EPERM, Errno.EACCES, Errno.EOPNOTSUPP, Errno.EAFNOSUPPORT}) {
            assertTrue(NetlinkError.of(errno).permanent(), Errno.name(errno));
            assertFalse(NetlinkError.unknown(errno).permanent());
        }
        for (int errno : new int[]{Errno.ENOBUFS, Errno.ENOMEM, Errno.EAGAIN, Errno.ENETUNREACH, Errno.EHOSTUNREACH,
            Errno.ENODEV, Errno.ENETDOWN, Errno.EADDRNOTAVAIL, Errno.EEXIST, Errno.ESRCH, 4711}) {
            assertFalse(NetlinkError.of(errno).permanent(), Errno.name(errno));
        }
        assertEquals("No buffer space available (outcome unknown)", NetlinkError.unknown(Errno.ENOBUFS).toString());
        assertEquals("No buffer space available", NetlinkError.of(Errno.ENOBUFS).toString());
    }
}
