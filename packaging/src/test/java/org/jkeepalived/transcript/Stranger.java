package org.jkeepalived.transcript;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Injector;

/** The host without a daemon that sends whatever a transcript wants. */
final class Stranger implements AutoCloseable {
    private static final Duration REPEAT = Duration.ofMillis(200);

    private final HostSpec spec;
    private final Injector injector;
    private ScheduledExecutorService endless;
    private Future<?> repetition;

    Stranger(Host host, HostSpec spec) {
        this.spec = spec;
        injector = new Injector(host, spec);
    }

    /** {@code sends v3 ...}, {@code sends 3 times v3 ...}, {@code keeps sending v3 ...}, {@code falls silent}. */
    void act(String action) {
        silence();
        if (action.startsWith("keeps sending ")) {
            byte[] frame = frame(action.substring("keeps sending ".length()));
            endless = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon(true).factory());
            repetition = endless.scheduleAtFixedRate(() -> injector.send(frame), 0, REPEAT.toMillis(),
                    TimeUnit.MILLISECONDS);
        } else if (action.startsWith("sends ")) {
            String[] counted = action.substring("sends ".length()).split(" times ", 2);
            int times = counted.length == 2 ? Integer.parseInt(counted[0]) : 1;
            byte[] frame = frame(counted[counted.length - 1]);
            for (int i = 0; i < times; i++) {
                injector.send(frame);
            }
        }
    }

    boolean isSending() {
        return endless != null;
    }

    private void silence() {
        if (endless != null) {
            if (!repetition.cancel(false)) {
                throw new IllegalStateException("it fell silent too early", repetition.exceptionNow());
            }
            endless.shutdown();
            try {
                endless.awaitTermination(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            endless = null;
        }
    }

    private byte[] frame(String words) {
        var advert = new CraftedAdvert(words);
        byte[] packet = advert.packet(advert.ipv6() ? spec.linkLocal() : spec.address());
        byte[] to = CraftedAdvert.bytes(advert.to());
        return ByteBuffer.allocate(14 + packet.length)
                .put(HexFormat.ofDelimiter(":").parseHex(destinationMac(advert.to(), to)))
                .put(HexFormat.ofDelimiter(":").parseHex(spec.mac()))
                .putShort((short) (advert.ipv6() ? 0x86dd : 0x0800))
                .put(packet)
                .array();
    }

    private static String destinationMac(String address, byte[] bytes) {
        if (address.startsWith("ff02:")) {
            return "33:33:00:00:00:12";
        }
        return address.startsWith("224.")
                ? "01:00:5e:00:00:12"
                : "02:00:00:00:00:%02x".formatted(bytes[bytes.length - 1]);
    }

    @Override
    public void close() {
        silence();
        injector.close();
    }
}
