package org.jkeepalived.netlink.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.junit.jupiter.api.Test;

/** Against the kernel's own controller, which anybody may ask. */
class GenericNetlinkTest {
    @Test
    void aFamilyIsFoundByItsName() throws SystemCallException {
        try (NetlinkSocket socket = NetlinkSocket.openGeneric()) {
            // The controller is the one family whose number is the same everywhere.
            assertEquals(0x10, GenericNetlink.family(socket, "nlctrl"));
        }
    }

    @Test
    void aFamilyThatIsNotThereIsTold() throws SystemCallException {
        try (NetlinkSocket socket = NetlinkSocket.openGeneric()) {
            SystemCallException absent = assertThrows(SystemCallException.class,
                    () -> GenericNetlink.family(socket, "absent"));
            assertEquals(Errno.ENOENT, absent.errno());
            assertEquals(0x10, GenericNetlink.family(socket, "nlctrl"));
        }
    }

    @Test
    void theHeaderIsAsTheKernelLaysItOut() {
        assertEquals("14000000" + "2a00" + "0100" + "00000000" + "00000000" + "05020000", MessageBytes.hex(writer -> {
            GenericNetlink.begin(writer, 42, Netlink.NLM_F_REQUEST, 5, 2);
            writer.end();
        }));
    }
}
