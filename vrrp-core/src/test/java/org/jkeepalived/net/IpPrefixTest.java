package org.jkeepalived.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An address with the length of its network")
class IpPrefixTest {

    @ParameterizedTest
    @CsvSource({"10.0.0.1/24,10.0.0.255,true", "10.0.0.1/24,10.0.1.1,false", "10.0.0.1/32,10.0.0.1,true",
        "10.0.0.1/32,10.0.0.2,false", "10.0.0.1/0,192.0.2.1,true", "10.0.0.1/0,::1,false", "10.0.0.1/31,10.0.0.0,true",
        "2001:db8::1/64,2001:db8::ffff,true", "2001:db8::1/64,2001:db8:0:1::1,false", "2001:db8::1/65,2001:db8::2,true",
        "2001:db8::1/65,2001:db8:0:0:8000::,false", "::1/128,::1,true", "::1/128,::2,false", "::1/0,ffff::,true"})
    void networksContainWhatSharesTheirBits(String prefix, String address, boolean contained) {
        assertEquals(contained, IpPrefix.parse(prefix).contains(IpAddress.parse(address)));
    }

    @Test
    void theSameNetworkHasTheSameLength() {
        IpPrefix host = IpPrefix.parse("10.0.0.1/24");
        assertTrue(host.sameNetwork(IpPrefix.parse("10.0.0.100/24")));
        assertFalse(host.sameNetwork(IpPrefix.parse("10.0.0.100/25")));
        assertFalse(host.sameNetwork(IpPrefix.parse("10.0.1.100/24")));
        assertFalse(host.sameNetwork(IpPrefix.parse("fe80::1/24")));
    }

    @Test
    void textIsReadAndWritten() {
        assertEquals("10.0.0.1/24", IpPrefix.parse("10.0.0.1/24").toString());
        assertEquals(IpPrefix.host(IpAddress.parse("fe80::1")), IpPrefix.parse("fe80::1/128"));
        assertEquals("10.0.0.1/32", IpPrefix.parse("10.0.0.1").toString());
        for (String wrong : new String[]{"10.0.0.1/33", "10.0.0.1/-1", "10.0.0.1/", "10.0.0/8", "::1/129"}) {
            assertThrows(IllegalArgumentException.class, () -> IpPrefix.parse(wrong), wrong);
        }
    }
}
