package org.jkeepalived.daemon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jkeepalived.netlink.SystemCallException;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void itMakesAsManyRoundsAsItMay() throws SystemCallException {
        assertEquals(3, WarmUp.run(3, Long.MAX_VALUE));
        assertEquals(0, WarmUp.run(3, 0));
    }
}
