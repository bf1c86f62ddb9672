package org.jkeepalived.daemon.observe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.ActionSink;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.Input;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.RouterSetParameters;

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

    private static final Input STARTED = new Input.Started();
    private static final Input TIMERS_FIRED = new Input.TimersFired();
    private static final Input COUNTERS_CLEARED = new Input.CountersCleared();
    private static final Input STOPPED = new Input.Stopped();
    private static final int NO_ADVERT = -1;

    private long[] times;
    /** Null for an advert, which is in {@link #bytes}, and for a reconfiguration that was too much to keep. */
    private Input[] others;
    /** Where an advert's bytes begin, counted from the first byte that was ever remembered; {@link #NO_ADVERT} for others. */
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

    /** The routers begin: {@link Input.Started}. */
    public void started(long nowNanos) {
        add(STARTED, nowNanos);
    }

    /** Timers are due: {@link Input.TimersFired}. */
    public void timers(long nowNanos) {
        add(TIMERS_FIRED, nowNanos);
    }

    /** Something happened: {@link Input.Happened}. */
    public void event(Event event, long nowNanos) {
        add(new Input.Happened(event), nowNanos);
    }

    /** The configuration is another one: {@link Input.Reconfigured}. */
    public void reconfigured(RouterSetParameters parameters, long nowNanos) {
        int place = (int) (reconfigured++ % RECONFIGURATIONS);
        long oldest = reconfigurations[place];
        if (reconfigured > RECONFIGURATIONS && inputs - oldest < CAPACITY) {
            others[(int) (oldest % CAPACITY)] = null;
        }
        reconfigurations[place] = inputs;
        add(new Input.Reconfigured(parameters), nowNanos);
    }

    /** The counters begin at 0 again: {@link Input.CountersCleared}. */
    public void countersCleared(long nowNanos) {
        add(COUNTERS_CLEARED, nowNanos);
    }

    /** The routers end: {@link Input.Stopped}. */
    public void stopped(long nowNanos) {
        add(STOPPED, nowNanos);
    }

    /**
     * An advert came: {@link Input.Received}.
     *
     * @param message where its bytes are, from {@code offset} on
     */
    public void advert(AddressFamily family, int interfaceIndex, int hops, boolean multicast, long sourceHigh,
            long sourceLow, long destinationHigh, long destinationLow, ByteBuffer message, int offset, int length,
            long nowNanos) {
        int slot = add(null, nowNanos);
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

    private int add(Input other, long nowNanos) {
        if (times == null) {
            times = new long[CAPACITY];
            others = new Input[CAPACITY];
            positions = new long[CAPACITY];
            lengths = new int[CAPACITY];
        }
        int slot = (int) (inputs++ % CAPACITY);
        times[slot] = nowNanos;
        others[slot] = other;
        positions[slot] = NO_ADVERT;
        return slot;
    }

    /** The input in this place; null where too much came after it to keep it. */
    private Input input(int slot) {
        boolean advert = positions[slot] != NO_ADVERT && positions[slot] >= written - ADVERT_BYTES;
        return advert ? received(slot) : others[slot];
    }

    private Input.Received received(int slot) {
        int at = (int) (positions[slot] % ADVERT_BYTES);
        byte[] message = new byte[lengths[slot]];
        bytes.get(at + HEADER, message);
        return new Input.Received(bytes.getInt(at + AT_INTERFACE), bytes.getInt(at + AT_HOPS), bytes.get(at + 1) == 1,
                address(at, AT_SOURCE), address(at, AT_DESTINATION), message);
    }

    private IpAddress address(int at, int where) {
        AddressFamily family = bytes.get(at) == 1 ? AddressFamily.IPV6 : AddressFamily.IPV4;
        return new IpAddress(family, bytes.getLong(at + where), bytes.getLong(at + where + Long.BYTES));
    }

    /** Whether nothing has been forgotten: then {@link #replay} does the same again. */
    public boolean isComplete() {
        return inputs <= CAPACITY && written <= ADVERT_BYTES && reconfigured <= RECONFIGURATIONS;
    }

    /** Tells these routers what it remembers; they have the parameters that its own had at first. */
    public void replay(RouterSet routersAgain, ActionSink out) {
        for (long i = Math.max(0, inputs - CAPACITY); i < inputs; i++) {
            int slot = (int) (i % CAPACITY);
            Input input = input(slot);
            if (input != null) {
                routersAgain.step(input, times[slot], out);
            }
        }
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
        switch (input(slot)) {
            case null -> out.append(positions[slot] == NO_ADVERT ? "RECONFIGURE\"" : "ADVERT\"");
            case Input.Started() -> out.append("START\"");
            case Input.TimersFired() -> out.append("TIMERS\"");
            case Input.Happened(Event event) -> quote("EVENT\",\"event\":", event.toString(), out);
            case Input.Reconfigured(RouterSetParameters parameters) ->
                    out.append("RECONFIGURE\",\"routers\":").append(Integer.toString(parameters.routers().size()));
            case Input.CountersCleared() -> out.append("CLEAR\"");
            case Input.Stopped() -> out.append("STOP\"");
            case Input.Received advert -> write(advert, out);
        }
        out.append("}\n");
    }

    private static void write(Input.Received advert, Appendable out) throws IOException {
        out.append("ADVERT\",\"interface\":").append(Integer.toString(advert.interfaceIndex()));
        out.append(",\"hops\":").append(Integer.toString(advert.ttl()));
        out.append(",\"multicast\":").append(Boolean.toString(advert.multicast()));
        out.append(",\"from\":\"").append(advert.source().toString());
        out.append("\",\"to\":\"").append(advert.destination().toString());
        out.append("\",\"bytes\":\"");
        HexFormat.of().formatHex(out, advert.message());
        out.append('"');
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
