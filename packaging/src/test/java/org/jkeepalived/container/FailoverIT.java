package org.jkeepalived.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.NeedsLab;
import org.junit.jupiter.api.Test;

/** Two containers of the image and one address. */
@NeedsLab(programs = {"dockerd", "docker", "mmdebstrap"})
@NeedsEngine
class FailoverIT {

    @Test
    void aStopHandsTheAddressOverByPriorityZero(Engine engine) {
        Segment segment = engine.newSegment();
        try (var a = new Router(engine, segment.address(1), segment.config(150));
                var b = new Router(engine, segment.address(2), segment.config(100))) {
            Router.await("a has the address", () -> a.has(segment.virtualAddress()), a, b);
            assertFalse(b.has(segment.virtualAddress()));
            int mark = engine.capture().mark();
            a.stop();
            assertEquals(0L, a.inspect().getState().getExitCodeLong());
            Router.await("b has the address", () -> b.has(segment.virtualAddress()), a, b);
            assertEquals(List.of(0), prioritiesOf(segment.address(1), segment.adverts(engine.capture(), mark)).stream()
                    .filter(priority -> priority != 150).toList());
        }
    }

    @Test
    void aKilledContainerIsReplacedAndTakesTheAddressBackWhenItIsStartedAgain(Engine engine) {
        Segment segment = engine.newSegment();
        try (var a = new Router(engine, segment.address(1), segment.config(150));
                var b = new Router(engine, segment.address(2), segment.config(100))) {
            Router.await("a has the address", () -> a.has(segment.virtualAddress()), a, b);
            int mark = engine.capture().mark();
            a.signal("KILL");
            Router.await("b has the address", () -> b.has(segment.virtualAddress()), a, b);
            assertFalse(prioritiesOf(segment.address(1), segment.adverts(engine.capture(), mark)).contains(0));
            a.startAgain();
            Router.await("a has the address again",
                    () -> a.has(segment.virtualAddress()) && !b.has(segment.virtualAddress()), a, b);
        }
    }

    private static List<Integer> prioritiesOf(String source, List<Advert> adverts) {
        List<Integer> priorities = adverts.stream().filter(advert -> advert.source().equals(source))
                .map(Advert::priority).toList();
        assertTrue(adverts.stream().allMatch(Advert::plainChecksumIsRight));
        return priorities;
    }
}
