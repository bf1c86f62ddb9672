package org.jkeepalived.daemon.log;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A bounded queue of log records: many producers, one consumer, no locks, no allocation.
 *
 * <p>Each slot carries a sequence number that says whose turn it is: equal to the position, a producer may fill it; one
 * more, the consumer may empty it (Vyukov's bounded queue).
 */
final class RecordQueue {
    private final int mask;
    private final AtomicLongArray sequences;
    private final AtomicLong tail = new AtomicLong();
    private final Ident[] idents;
    private final Severity[] severities;
    private final long[] timesMillis;
    private final Object[] texts;
    /** Read and written by the consumer alone. */
    private long head;

    /** Where the consumer finds a record; reused. */
    static final class Entry {
        Ident ident;
        Severity severity;
        long timeMillis;
        /** A {@link String} or a {@link LogText}. */
        Object text;
    }

    /** @param capacity a power of two */
    RecordQueue(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("not a power of two: " + capacity);
        }
        mask = capacity - 1;
        sequences = new AtomicLongArray(capacity);
        for (int i = 0; i < capacity; i++) {
            sequences.set(i, i);
        }
        idents = new Ident[capacity];
        severities = new Severity[capacity];
        timesMillis = new long[capacity];
        texts = new Object[capacity];
    }

    /** Appends a record; false where the queue is full. Any thread. */
    boolean offer(Ident ident, Severity severity, long timeMillis, Object text) {
        long position = tail.get();
        int slot;
        while (true) {
            slot = (int) position & mask;
            long lead = sequences.get(slot) - position;
            if (lead < 0) {
                return false;
            }
            if (lead == 0 && tail.compareAndSet(position, position + 1)) {
                break;
            }
            position = tail.get();
        }
        idents[slot] = ident;
        severities[slot] = severity;
        timesMillis[slot] = timeMillis;
        texts[slot] = text;
        sequences.set(slot, position + 1);
        return true;
    }

    /** Takes the oldest record into {@code entry}; false where there is none. The consumer's thread. */
    boolean poll(Entry entry) {
        int slot = (int) head & mask;
        if (sequences.get(slot) != head + 1) {
            return false;
        }
        entry.ident = idents[slot];
        entry.severity = severities[slot];
        entry.timeMillis = timesMillis[slot];
        entry.text = texts[slot];
        texts[slot] = null;
        sequences.set(slot, head + mask + 1);
        head++;
        return true;
    }

    /** Whether {@link #poll} would find nothing. The consumer's thread. */
    boolean isEmpty() {
        return sequences.get((int) head & mask) != head + 1;
    }
}
