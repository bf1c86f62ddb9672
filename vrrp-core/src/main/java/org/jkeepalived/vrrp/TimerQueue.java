package org.jkeepalived.vrrp;

import java.util.Arrays;

/**
 * Deadlines by timer id in a binary heap of primitives that knows the position of each id: scheduling, moving and cancelling cost a few
 * comparisons and allocate nothing once the queue has grown to the largest id.
 */
final class TimerQueue {

    private static final int ABSENT = -1;

    private long[] deadlines = new long[16];
    private int[] positions = new int[16];
    private int[] heap = new int[16];
    private int size;

    TimerQueue() {
        Arrays.fill(positions, ABSENT);
    }

    /** Sets or moves the deadline of a timer. */
    void schedule(int id, long deadlineNanos) {
        if (id >= deadlines.length) {
            grow(Integer.highestOneBit(id) << 1);
        }
        int position = positions[id];
        long before = deadlines[id];
        deadlines[id] = deadlineNanos;
        if (position == ABSENT) {
            position = size++;
            put(position, id);
            siftUp(position);
        } else if (deadlineNanos < before) {
            siftUp(position);
        } else {
            siftDown(position);
        }
    }

    void cancel(int id) {
        if (!isScheduled(id)) {
            return;
        }
        int position = positions[id];
        positions[id] = ABSENT;
        int last = heap[--size];
        if (last != id) {
            put(position, last);
            siftUp(position);
            siftDown(positions[last]);
        }
    }

    boolean isScheduled(int id) {
        return id < positions.length && positions[id] != ABSENT;
    }

    /** The deadline of a scheduled timer, 0 for others. */
    long deadline(int id) {
        return isScheduled(id) ? deadlines[id] : 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** The timer that is due first; there must be one. */
    int firstId() {
        return heap[0];
    }

    /** When the first timer is due, {@link Long#MAX_VALUE} without one. */
    long firstDeadline() {
        return size == 0 ? Long.MAX_VALUE : deadlines[heap[0]];
    }

    private void siftUp(int start) {
        int id = heap[start];
        int position = start;
        while (position > 0) {
            int parent = position - 1 >>> 1;
            if (deadlines[heap[parent]] <= deadlines[id]) {
                break;
            }
            put(position, heap[parent]);
            position = parent;
        }
        put(position, id);
    }

    private void siftDown(int start) {
        int id = heap[start];
        int position = start;
        for (int child = 2 * position + 1; child < size; child = 2 * position + 1) {
            if (child + 1 < size && deadlines[heap[child + 1]] < deadlines[heap[child]]) {
                child++;
            }
            if (deadlines[id] <= deadlines[heap[child]]) {
                break;
            }
            put(position, heap[child]);
            position = child;
        }
        put(position, id);
    }

    private void put(int position, int id) {
        heap[position] = id;
        positions[id] = position;
    }

    private void grow(int capacity) {
        int old = deadlines.length;
        deadlines = Arrays.copyOf(deadlines, capacity);
        heap = Arrays.copyOf(heap, capacity);
        positions = Arrays.copyOf(positions, capacity);
        Arrays.fill(positions, old, capacity, ABSENT);
    }
}
