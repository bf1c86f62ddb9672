package org.jkeepalived.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4291 section 2.2 and RFC 5952. */
class IpTextTest {
    @ParameterizedTest
    @CsvSource({"10.9.0.100,10.9.0.100", "255.255.255.255,255.255.255.255", "::,::", "::1,::1", "1::,1::",
        "2001:DB8:0:0:1:0:0:1,2001:db8::1:0:0:1", "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
        "fe80:0:0:0:0:0:0:53,fe80::53", "::ffff:10.0.0.1,::ffff:10.0.0.1", "1:0:0:2:0:0:0:3,1:0:0:2::3",
        "1:2:3:4:5:6:7::,1:2:3:4:5:6:7:0"})
    void theCanonicalTextIsWritten(String text, String canonical) {
        assertEquals(canonical, IpAddress.parse(text).toString());
        assertEquals(IpAddress.parse(text), IpAddress.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.x", ":", ":::", "1::2::3",
        "12345::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1.2.3", "g::", "1.2.3.4::",
        "localhost"})
    void whatIsNoAddressIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> IpAddress.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"224.0.0.18,true,false", "ff02::12,true,false", "169.254.1.1,false,true", "fe80::1,false,true",
        "fec0::1,false,false", "10.0.0.1,false,false"})
    void groupsAndLinkLocalAddressesAreTold(String text, boolean multicast, boolean linkLocal) {
        assertEquals(multicast, IpAddress.parse(text).isMulticast());
        assertEquals(linkLocal, IpAddress.parse(text).isLinkLocal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.9.0.100", "2001:db8::ff:8000"})
    void bytesAreInNetworkOrder(String text) throws Exception {
        byte[] octets = java.net.InetAddress.getByName(text).getAddress();
        assertEquals(IpAddress.parse(text), IpAddress.of(octets));
    }
}
