package org.jkeepalived.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Addresses: RFC 4291 when read, RFC 5952 when written")
class IpAddressTest {

    @ParameterizedTest
    @CsvSource({"10.9.0.1,10.9.0.1", "255.255.255.255,255.255.255.255", "0.0.0.0,0.0.0.0", "::,::", "::1,::1",
        "fe80::53,fe80::53", "FD00:9:0:0:0:0:0:100,fd00:9::100", "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
        "1:2:3:4:5:6:7:8,1:2:3:4:5:6:7:8", "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1", "1::,1::",
        "::ffff:10.9.0.1,::ffff:10.9.0.1", "1:0:0:2::,1:0:0:2::"})
    void textIsReadAndWrittenInItsShortestForm(String text, String canonical) {
        IpAddress address = IpAddress.parse(text);
        assertEquals(canonical, address.toString());
        assertEquals(address, IpAddress.parse(canonical));
        assertEquals(address, IpAddress.of(address.toBytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.9.0", "10.9.0.256", "10.9.0.1.2", "10.9.0.", "a.b.c.d", ":", ":::", "1:2:3:4:5:6:7",
        "1::2::3", "12345::", "1:2:3:4:5:6:7:8:9", "::1%eth0", "1:2:3:4:5:6:7:8::", "node.example", "-1.0.0.0",
        "::1.2.3"})
    void whatIsNotAnAddressIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> IpAddress.parse(text));
    }

    @Test
    void orderIsUnsignedInNetworkOrder() {
        assertTrue(IpAddress.parse("10.0.0.2").compareTo(IpAddress.parse("10.0.0.10")) < 0);
        assertTrue(IpAddress.parse("200.0.0.1").compareTo(IpAddress.parse("100.0.0.1")) > 0);
        assertTrue(IpAddress.parse("fe80::1").compareTo(IpAddress.parse("2001::1")) > 0);
        assertTrue(IpAddress.parse("fe80::8000:0:0:1").compareTo(IpAddress.parse("fe80::1")) > 0);
        assertEquals(0, IpAddress.parse("fe80::1").compareTo(IpAddress.parse("fe80:0::1")));
    }

    @Test
    void kindsOfAddresses() {
        assertTrue(IpAddress.parse("fe80::1").isLinkLocal());
        assertTrue(IpAddress.parse("febf::1").isLinkLocal());
        assertFalse(IpAddress.parse("fec0::1").isLinkLocal());
        assertTrue(IpAddress.parse("169.254.3.4").isLinkLocal());
        assertTrue(AdvertFormat.GROUP_IPV4.isMulticast() && AdvertFormat.GROUP_IPV6.isMulticast());
        assertTrue(IpAddress.parse("ff02::12").isLinkLocalMulticast()
                && IpAddress.parse("ff12::12").isLinkLocalMulticast());
        assertTrue(IpAddress.parse("224.0.0.18").isLinkLocalMulticast());
        assertFalse(
                IpAddress.parse("ff05::2").isLinkLocalMulticast() || IpAddress.parse("fe80::2").isLinkLocalMulticast());
        assertFalse(IpAddress.parse("10.0.0.1").isMulticast() || IpAddress.parse("fe80::1").isMulticast());
    }
}
