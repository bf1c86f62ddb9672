package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.settings.VirtualAddress;
import org.junit.jupiter.api.Test;

/** The lines of virtual_ipaddress. */
class AddressEntryTest {
    private static LoadResult load(String entry) {
        return Loads.test("vrrp_instance VI {\nvirtual_router_id 51\ninterface eth0\nvirtual_ipaddress {\n " + entry
                + "\n}\n}\n");
    }

    private static VirtualAddress address(String entry, String... messages) {
        LoadResult result = load(entry);
        assertEquals(List.of(messages), Loads.messages(result), entry);
        return Loads.only(result).addresses().getFirst();
    }

    private static void dropped(String entry, String message) {
        List<String> messages = new ArrayList<>(Loads.messages(load(entry)));
        assertEquals(List.of(message, "(VI) No VIP specified; at least one is sensible"), messages, entry);
    }

    @Test
    void anAddressWithoutAPrefixIsAHostAddressOnTheInstancesInterface() {
        VirtualAddress plain = address("10.0.0.100");
        assertEquals(32, plain.prefixLength());
        assertEquals("eth0", plain.interfaceName());
        assertFalse(plain.ownInterface());
        assertEquals(128, address("2001:db8::1").prefixLength());
        assertEquals(0, address("10.0.0.100/").prefixLength());
    }

    @Test
    void everyOptionIsRead() {
        VirtualAddress all = address(
                "10.0.0.100/24 brd 10.0.0.255 dev eth1 scope link label eth1:1 noprefixroute autojoin no_track");
        assertEquals("eth1", all.interfaceName());
        assertTrue(all.ownInterface());
        assertEquals(253, all.scope());
        assertEquals("eth1:1", all.label());
        assertEquals("10.0.0.255", all.broadcast().toString());
        assertTrue(all.noPrefixRoute() && all.autojoin() && all.noTrack());
        VirtualAddress six = address("2001:db8::1/64 home -nodad mngtmpaddr preferred_lft 60");
        assertTrue(six.home() && six.duplicateDetection() && six.manageTemporary());
        assertEquals(60, six.preferredLifetimeSeconds());
        assertEquals(0, address("2001:db8::1").preferredLifetimeSeconds());
        assertEquals(VirtualAddress.FOREVER, address("2001:db8::1/64").preferredLifetimeSeconds());
        assertEquals("10.0.0.101", address("10.0.0.100 peer 10.0.0.101").peer().toString());
    }

    @Test
    void plusAndMinusSetTheHostBitsOfTheBroadcastAddress() {
        assertEquals("10.0.0.255", address("10.0.0.100/24 brd +").broadcast().toString());
        assertEquals("10.0.0.96", address("10.0.0.100/27 broadcast -").broadcast().toString());
        address("10.0.0.100 brd +", "Address prefix length 32 too long for broadcast");
    }

    @Test
    void mistakesThatKeepTheEntry() {
        address("10.0.0.100/33", "number '33' outside range [0, 32]",
                "Invalid address prefix len 33 for address 10.0.0.100/33 - using 32");
        address("10.0.0.100/abc", "invalid number 'abc'",
                "Invalid address prefix len abc for address 10.0.0.100/abc - using 32");
        address("10.0.0.100/24 scope foo", "Invalid scope 'foo' specified for 10.0.0.100/24 - ignoring");
        address("10.0.0.100/24 foo bar", "Unknown configuration entry 'foo' for ip address - ignoring",
                "Unknown configuration entry 'bar' for ip address - ignoring");
        address("10.0.0.100/24 peer 10.0.0.101",
                "Cannot specify address prefix when specifying peer address - ignoring");
        address("10.0.0.100 peer 10.0.0.101/24", "VRRP parsed invalid IP 10.0.0.101/24. skipping IP...",
                "Invalid peer address 10.0.0.101/24");
        address("10.0.0.100 peer fe80::1", "Peer address fe80::1 does not match address family");
        address("2001:db8::1/64 label foo",
                "Cannot specify label for IPv6 addresses (2001:db8::1/64) - ignoring label");
        address("2001:db8::1/64 scope link",
                "Cannot specify scope for IPv6 addresses (2001:db8::1/64) - ignoring scope");
        address("10.0.0.100 preferred_lft abc", "invalid number 'abc'", "preferred_lft abc is invalid");
    }

    @Test
    void mistakesThatDropTheEntry() {
        for (String bad : List.of("10.1", "10.0.0.300", "010.0.0.1", "default", "fe80::1%eth0", "'10.0.0.1'",
                "host.example.com", "[::1]")) {
            dropped(bad, "VRRP parsed invalid IP " + bad + ". skipping IP...");
        }
        dropped("10.0.0.100/24 brd", "No brd parameter specified for 10.0.0.100/24");
        dropped("10.0.0.100/24 brd abc", "VRRP is trying to assign invalid broadcast abc. skipping VIP...");
        dropped("10.0.0.100/24 dev eth0 dev eth1", "Cannot specify ipaddress device more than once for 10.0.0.100/24");
        dropped("10.0.0.100/24 label abcdefghijklmnopq",
                "Address label abcdefghijklmnopq is longer than maximum length 15 - removing address");
        dropped("2001:db8::1/64 brd 10.0.0.255",
                "VRRP is trying to assign a broadcast brd to the IPv6 address 2001:db8::1/64 !!?? WTF... skipping VIP...");
    }

    @Test
    void anInterfaceThatDoesNotExistEndsTheStart() {
        LoadResult result = load("10.0.0.100/24 dev zz0");
        assertEquals(List.of("WARNING - interface zz0 for ip address 10.0.0.100/24 doesn't exist"),
                Loads.messages(result));
        assertEquals(2, result.outcome().startExitCode());
    }

    @Test
    void aDuplicateIsNamedAndLeftOut() {
        LoadResult result = load("10.0.0.100\n10.0.0.100/24");
        assertEquals(1, Loads.only(result).addresses().size());
        assertEquals(0, result.outcome().testExitCode());
    }
}
