package org.jkeepalived.daemon.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.LinkState;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterParametersBuilder;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.RouterSetParameters;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;
import org.junit.jupiter.api.Test;

/** What the daemon remembers of the last minutes. */
class HistoryTest {
    private static final int INTERFACE = 2;
    private static final long STEP_NANOS = 400_000_000L;
    private static final IpAddress OWN = IpAddress.parse("192.0.2.1");
    private static final IpAddress PEER = IpAddress.parse("192.0.2.2");
    private static final RouterParameters ROUTER = new RouterParametersBuilder("VI", AddressFamily.IPV4, 51)
            .onInterface("eth0", INTERFACE)
            .source(OWN)
            .build();

    private final History history = new History();
    private long nowNanos = 1;

    private static RouterSet routers() {
        return new RouterSet(new RouterSetParameters(List.of(ROUTER), List.of(), List.of(), List.of(), 0));
    }

    private static ByteBuffer advert(int priority) {
        return ByteBuffer.wrap(
                new AdvertFormat(ROUTER.version(), AddressFamily.IPV4, ROUTER.vrid(), ROUTER.advertIntervalNanos(),
                        ROUTER.authentication(), true, List.of(), PEER, List.of(ROUTER.multicastGroup()))
                        .encode(priority)
                        .bytes(0));
    }

    private void receive(RouterSet routers, int priority, List<String> actions) {
        ByteBuffer message = advert(priority);
        IpAddress group = ROUTER.multicastGroup();
        history.advert(AddressFamily.IPV4, INTERFACE, AdvertFormat.TTL, true, PEER.high(), PEER.low(), group.high(),
                group.low(), message, 0, message.capacity(), nowNanos);
        routers.receive(
                new ReceivedAdvert().message(message, 0, message.capacity())
                        .header(AddressFamily.IPV4, INTERFACE, AdvertFormat.TTL, true)
                        .addresses(PEER.high(), PEER.low(), group.high(), group.low()),
                nowNanos, (_, action) -> actions.add(action.toString()));
    }

    private void step(RouterSet routers, Random random, List<String> actions) {
        nowNanos += STEP_NANOS;
        switch (random.nextInt(4)) {
            case 0 -> receive(routers, new int[]{0, 50, 200}[random.nextInt(3)], actions);
            case 1 -> {
                Event event = new Event.InterfaceChanged("eth0", INTERFACE,
                        random.nextBoolean() ? LinkState.UP : LinkState.DOWN);
                history.event(event, nowNanos);
                routers.handle(event, nowNanos, (_, action) -> actions.add(action.toString()));
            }
            default -> {
                history.timers(nowNanos);
                routers.fireTimers(nowNanos, (_, action) -> actions.add(action.toString()));
            }
        }
    }

    /** Payloads have no text of their own: which object one is says nothing. */
    private static List<String> comparable(List<String> actions) {
        return actions.stream().map(action -> action.replaceAll("@[0-9a-f]+", "")).toList();
    }

    @Test
    void whatItRemembersDoesTheSameAgain() {
        RouterSet routers = routers();
        List<String> actions = new ArrayList<>();
        Random random = new Random(51);
        history.started(nowNanos);
        routers.start(nowNanos, (_, action) -> actions.add(action.toString()));
        for (int i = 0; i < 800; i++) {
            step(routers, random, actions);
        }
        assertTrue(history.isComplete());
        assertTrue(actions.stream().anyMatch(action -> action.contains("MASTER")), actions.toString());
        List<String> again = new ArrayList<>();
        history.replay(routers(), (_, action) -> again.add(action.toString()));
        assertEquals(comparable(actions), comparable(again));
    }

    @Test
    void theLastThousandOfEachKindAreKeptAndWrittenInOrder() throws IOException {
        RouterSet routers = routers();
        for (int i = 0; i < 5000; i++) {
            nowNanos++;
            receive(routers, 50, new ArrayList<>());
            history.onReport(
                    new Report(nowNanos, RunningConfiguration.NONE, ROUTER, new Action.Notify(RouterState.MASTER, i)));
        }
        assertFalse(history.isComplete());
        StringBuilder text = new StringBuilder();
        history.writeTo(text);
        List<String> lines = text.toString().lines().toList();
        assertEquals(2048, lines.size());
        long last = 0;
        for (String line : lines) {
            long nanos = Long.parseLong(line.replaceFirst("\\{\"nanos\":(\\d+),.*", "$1"));
            assertTrue(nanos >= last, line);
            last = nanos;
        }
        assertEquals(5001, last);
        assertTrue(lines.get(2046).contains("\"from\":\"192.0.2.2\",\"to\":\"224.0.0.18\",\"bytes\":\"2133"),
                lines.get(2046));
        assertTrue(lines.get(2047).contains("\"router\":\"VI\",\"report\":\"Notify[state=MASTER, priority=4999]\""),
                lines.get(2047));
    }

    @Test
    void longAdvertsPushOutOlderOnesAndNothingElse() throws IOException {
        ByteBuffer endless = ByteBuffer.allocate(60_000);
        history.timers(1);
        for (int i = 0; i < 20; i++) {
            history.advert(AddressFamily.IPV6, INTERFACE, 255, true, 0, i, 0, 1, endless, 0, endless.capacity(), 2 + i);
        }
        StringBuilder text = new StringBuilder();
        history.writeTo(text);
        assertEquals(21, text.toString().lines().count());
        assertEquals(7, text.toString().lines().filter(line -> line.contains("\"bytes\"")).count());
    }
}
