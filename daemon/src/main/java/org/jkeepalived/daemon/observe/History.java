package org.jkeepalived.daemon.observe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.ActionSink;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.Reconfiguration;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/**
 * The last inputs of the routers and the last reports of what came of them: 1,024 of each at most, and 64 kB of
 * adverts. It can be written as lines of JSON, and what it has can be told to other routers. The loop's thread owns it.
 * An advert allocates nothing.
 *
 * <p>Two rings, since a takeover of a thousand routers is one input and ten thousand reports. Its memory is taken when
 * there is something to remember.
 */
public final class History implements Observer {
    private static final int CAPACITY = 1024;
    private static final int ADVERT_BYTES = 1 << 16;
    /** Longer than any advert is: 255 IPv6 addresses. */
    private static final int LONGEST = 1 << 13;
    /** Each holds on to a whole configuration. */
    private static final int RECONFIGURATIONS = 8;
    /** Family, multicast, interface, hops, source, destination. */
    private static final int HEADER = 42;
    private static final int AT_INTERFACE = 2;
    private static final int AT_HOPS = 6;
    private static final int AT_SOURCE = 10;
    private static final int AT_DESTINATION = 26;

    private enum Kind {
        START,
        ADVERT,
        TIMERS,
        EVENT,
        RECONFIGURE,
        STOP
    }

    private Kind[] kinds;
    private long[] times;
    /** An event or a reconfiguration; null for others. */
    private Object[] details;
    /** Where an advert's bytes begin, counted from the first byte that was ever remembered. */
    private long[] positions;
    private int[] lengths;
    private long inputs;
    private ByteBuffer bytes;
    private long written;
    /** Which inputs were the last reconfigurations. */
    private final long[] reconfigurations = new long[RECONFIGURATIONS];
    private long reconfigured;
    /** Reports without their configurations, of which there would be a thousand. */
    private long[] reportTimes;
    private String[] routers;
    private Action[] actions;
    private long reported;

    @Override
    public String name() {
        return "history";
    }

    /** Remembers an action. */
    @Override
    public void onReport(Report report) {
        if (actions == null) {
            reportTimes = new long[CAPACITY];
            routers = new String[CAPACITY];
            actions = new Action[CAPACITY];
        }
        int slot = (int) (reported++ % CAPACITY);
        reportTimes[slot] = report.timeNanos();
        routers[slot] = report.router() == null ? null : report.router().name();
        actions[slot] = report.action();
    }

    /** The routers begin. */
    public void started(long nowNanos) {
        add(Kind.START, nowNanos, null);
    }

    /** Timers are due. */
    public void timers(long nowNanos) {
        add(Kind.TIMERS, nowNanos, null);
    }

    /** Something happened. */
    public void event(Event event, long nowNanos) {
        add(Kind.EVENT, nowNanos, event);
    }

    /** The configuration is another one. */
    public void reconfigured(Reconfiguration plan, long nowNanos) {
        int place = (int) (reconfigured++ % RECONFIGURATIONS);
        long oldest = reconfigurations[place];
        if (reconfigured > RECONFIGURATIONS && inputs - oldest < CAPACITY) {
            details[(int) (oldest % CAPACITY)] = null;
        }
        reconfigurations[place] = inputs;
        add(Kind.RECONFIGURE, nowNanos, plan);
    }

    /** The routers end. */
    public void stopped(long nowNanos) {
        add(Kind.STOP, nowNanos, null);
    }

    /**
     * An advert came.
     *
     * @param message where its bytes are, from {@code offset} on
     */
    public void advert(AddressFamily family, int interfaceIndex, int hops, boolean multicast, long sourceHigh,
            long sourceLow, long destinationHigh, long destinationLow, ByteBuffer message, int offset, int length,
            long nowNanos) {
        int slot = add(Kind.ADVERT, nowNanos, null);
        if (bytes == null) {
            bytes = ByteBuffer.allocate(ADVERT_BYTES);
        }
        int kept = Math.min(length, LONGEST);
        int at = place(HEADER + kept);
        bytes.put(at, (byte) (family == AddressFamily.IPV6 ? 1 : 0));
        bytes.put(at + 1, (byte) (multicast ? 1 : 0));
        bytes.putInt(at + AT_INTERFACE, interfaceIndex);
        bytes.putInt(at + AT_HOPS, hops);
        bytes.putLong(at + AT_SOURCE, sourceHigh);
        bytes.putLong(at + AT_SOURCE + Long.BYTES, sourceLow);
        bytes.putLong(at + AT_DESTINATION, destinationHigh);
        bytes.putLong(at + AT_DESTINATION + Long.BYTES, destinationLow);
        bytes.put(at + HEADER, message, offset, kept);
        positions[slot] = written - HEADER - kept;
        lengths[slot] = kept;
    }

    /** Room for one advert, in one piece. */
    private int place(int size) {
        int at = (int) (written % ADVERT_BYTES);
        if (at + size > ADVERT_BYTES) {
            written += ADVERT_BYTES - at;
            at = 0;
        }
        written += size;
        return at;
    }

    private int add(Kind kind, long nowNanos, Object detail) {
        if (kinds == null) {
            kinds = new Kind[CAPACITY];
            times = new long[CAPACITY];
            details = new Object[CAPACITY];
            positions = new long[CAPACITY];
            lengths = new int[CAPACITY];
        }
        int slot = (int) (inputs++ % CAPACITY);
        kinds[slot] = kind;
        times[slot] = nowNanos;
        details[slot] = detail;
        return slot;
    }

    private boolean isKept(int slot) {
        return kinds[slot] != Kind.ADVERT || positions[slot] >= written - ADVERT_BYTES;
    }

    /** Whether nothing has been forgotten: then {@link #replay} does the same again. */
    public boolean isComplete() {
        return inputs <= CAPACITY && written <= ADVERT_BYTES && reconfigured <= RECONFIGURATIONS;
    }

    /** Tells these routers what it remembers; they have the parameters that its own had at first. */
    public void replay(RouterSet others, ActionSink out) {
        ReceivedAdvert advert = new ReceivedAdvert();
        for (long input = Math.max(0, inputs - CAPACITY); input < inputs; input++) {
            int slot = (int) (input % CAPACITY);
            switch (kinds[slot]) {
                case START -> others.start(times[slot], out);
                case ADVERT -> {
                    if (isKept(slot)) {
                        others.receive(advert(advert, slot), times[slot], out);
                    }
                }
                case TIMERS -> others.fireTimers(times[slot], out);
                case EVENT -> others.handle((Event) details[slot], times[slot], out);
                case RECONFIGURE -> {
                    if (details[slot] instanceof Reconfiguration plan) {
                        others.apply(others.plan(plan.parameters()), times[slot], out);
                    }
                }
                case STOP -> others.stop(times[slot], out);
            }
        }
    }

    private ReceivedAdvert advert(ReceivedAdvert view, int slot) {
        int at = (int) (positions[slot] % ADVERT_BYTES);
        return view.message(bytes, at + HEADER, lengths[slot])
                .header(family(at), bytes.getInt(at + AT_INTERFACE), bytes.getInt(at + AT_HOPS), bytes.get(at + 1) == 1)
                .addresses(bytes.getLong(at + AT_SOURCE), bytes.getLong(at + AT_SOURCE + Long.BYTES),
                        bytes.getLong(at + AT_DESTINATION), bytes.getLong(at + AT_DESTINATION + Long.BYTES));
    }

    private AddressFamily family(int at) {
        return bytes.get(at) == 1 ? AddressFamily.IPV6 : AddressFamily.IPV4;
    }

    /**
     * Writes one JSON object a line, in the order of time; of inputs and reports of one moment the inputs come first.
     */
    public void writeTo(Appendable out) throws IOException {
        long input = Math.max(0, inputs - CAPACITY);
        long report = Math.max(0, reported - CAPACITY);
        while (input < inputs || report < reported) {
            boolean inputFirst = report == reported
                    || input < inputs && times[(int) (input % CAPACITY)] <= reportTimes[(int) (report % CAPACITY)];
            if (inputFirst) {
                write((int) (input++ % CAPACITY), out);
            } else {
                writeReport((int) (report++ % CAPACITY), out);
            }
        }
    }

    private void write(int slot, Appendable out) throws IOException {
        out.append("{\"nanos\":").append(Long.toString(times[slot])).append(",\"input\":\"");
        out.append(kinds[slot].name()).append('"');
        if (kinds[slot] == Kind.EVENT) {
            quote(",\"event\":", details[slot].toString(), out);
        } else if (details[slot] instanceof Reconfiguration plan) {
            out.append(",\"kept\":").append(Integer.toString(plan.kept().size()));
            out.append(",\"added\":").append(Integer.toString(plan.added().size()));
            out.append(",\"removed\":").append(Integer.toString(plan.removed().size()));
        } else if (kinds[slot] == Kind.ADVERT && isKept(slot)) {
            int at = (int) (positions[slot] % ADVERT_BYTES);
            out.append(",\"interface\":").append(Integer.toString(bytes.getInt(at + AT_INTERFACE)));
            out.append(",\"hops\":").append(Integer.toString(bytes.getInt(at + AT_HOPS)));
            out.append(",\"from\":\"").append(address(at, AT_SOURCE)).append("\",\"to\":\"");
            out.append(address(at, AT_DESTINATION)).append("\",\"bytes\":\"");
            HexFormat.of()
                    .formatHex(out,
                            java.util.Arrays.copyOfRange(bytes.array(), at + HEADER, at + HEADER + lengths[slot]));
            out.append('"');
        }
        out.append("}\n");
    }

    private String address(int at, int where) {
        return new IpAddress(family(at), bytes.getLong(at + where), bytes.getLong(at + where + Long.BYTES)).toString();
    }

    private void writeReport(int slot, Appendable out) throws IOException {
        out.append("{\"nanos\":").append(Long.toString(reportTimes[slot]));
        if (routers[slot] != null) {
            quote(",\"router\":", routers[slot], out);
        }
        quote(",\"report\":", actions[slot].toString(), out);
        out.append("}\n");
    }

    private static void quote(String member, String text, Appendable out) throws IOException {
        out.append(member).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
