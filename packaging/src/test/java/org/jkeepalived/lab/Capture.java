package org.jkeepalived.lab;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Everything VRRP, ARP and ICMPv6 that crosses the switch, readable while it grows. */
public final class Capture implements AutoCloseable {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private final Child tcpdump;
    private final List<Packet> packets = new ArrayList<>();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /**
     * Begins to capture.
     *
     * @param chassis a host with a bridge of the name {@link Bridge#DEVICE}
     */
    public Capture(Host chassis) {
        // The ring has room for whole bursts: by default it holds eight frames of the greatest length.
        tcpdump = chassis.spawn("tcpdump", "-n", "-U", "--immediate-mode", "-s", "2048", "-B", "16384",
                "--time-stamp-precision=nano", "-i", Bridge.DEVICE, "-w", "-",
                "ip proto 112 or ip6 proto 112 or arp or icmp6 or igmp");
        var errors = new Lines(tcpdump.err());
        Thread.ofPlatform().daemon().start(() -> read(tcpdump.out()));
        Eventually.await(() -> errors.all().stream().anyMatch(line -> line.contains("listening on")),
                "the capture has begun", Duration.ofSeconds(20), () -> errors.all().toString());
    }

    private void read(InputStream stream) {
        try (var in = new DataInputStream(stream)) {
            add(in.readNBytes(FILE_HEADER), null);
            while (true) {
                byte[] header = new byte[RECORD_HEADER];
                in.readFully(header);
                var fields = ByteBuffer.wrap(header).order(ByteOrder.nativeOrder());
                byte[] frame = new byte[fields.getInt(8)];
                in.readFully(frame);
                add(header, new Packet(fields.getInt(0) * 1_000_000_000L + fields.getInt(4), frame));
            }
        } catch (EOFException _) {
            // The capture has ended.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void add(byte[] header, Packet packet) {
        file.writeBytes(header);
        if (packet != null) {
            file.writeBytes(packet.frame());
            packets.add(packet);
        }
    }

    /** What was captured so far, as a pcap file. */
    public synchronized byte[] pcap() {
        return file.toByteArray();
    }

    public synchronized List<Packet> packets() {
        return List.copyOf(packets);
    }

    /** A mark to hand to {@link #since}. */
    public synchronized int mark() {
        return packets.size();
    }

    /** Packets after a mark. */
    public synchronized List<Packet> since(int mark) {
        return List.copyOf(packets.subList(mark, packets.size()));
    }

    public List<Advert> adverts() {
        return advertsSince(0);
    }

    public List<Advert> advertsSince(int mark) {
        return since(mark).stream().flatMap(packet -> packet.advert().stream()).toList();
    }

    /** Adverts that the host sent. */
    public List<Advert> advertsOf(HostSpec sender) {
        return advertsOf(sender, 0);
    }

    /** Adverts that the host sent after a mark. */
    public List<Advert> advertsOf(HostSpec sender, int mark) {
        return advertsSince(mark).stream().filter(sentBy(sender)).toList();
    }

    private static Predicate<Advert> sentBy(HostSpec sender) {
        return advert -> advert.packet().sourceMac().equals(sender.mac());
    }

    /** ARP messages for an address from itself. */
    public List<Packet.Arp> gratuitousArps(String address, int mark) {
        return since(mark).stream()
                .flatMap(packet -> packet.arp().stream())
                .filter(arp -> arp.isGratuitous() && arp.senderIp().equals(address))
                .toList();
    }

    /** Neighbour advertisements for an address. */
    public List<Packet.NeighbourAdvert> neighbourAdverts(String target, int mark) {
        return since(mark).stream()
                .flatMap(packet -> packet.neighbourAdvert().stream())
                .filter(advert -> advert.target().equals(target))
                .toList();
    }

    @Override
    public void close() {
        tcpdump.close();
    }
}
