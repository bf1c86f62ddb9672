package org.jkeepalived.vrrp;

import java.util.Arrays;

/** A map from non-negative longs to objects whose look-ups allocate nothing: open addressing, no removal. */
final class LongTable<V> {

    private static final long FREE = -1;

    private long[] keys;
    private Object[] values;
    private int size;

    LongTable() {
        allocate(16);
    }

    /** The value of a key, null when absent. */
    @SuppressWarnings("unchecked")
    V get(long key) {
        return (V) values[slot(key)];
    }

    void put(long key, V value) {
        int slot = slot(key);
        if (keys[slot] == FREE && ++size > keys.length / 2) {
            long[] oldKeys = keys;
            Object[] oldValues = values;
            allocate(2 * oldKeys.length);
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != FREE) {
                    set(slot(oldKeys[i]), oldKeys[i], oldValues[i]);
                }
            }
            slot = slot(key);
        }
        set(slot, key, value);
    }

    int size() {
        return size;
    }

    private void set(int slot, long key, Object value) {
        keys[slot] = key;
        values[slot] = value;
    }

    private int slot(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 32) & keys.length - 1;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void allocate(int capacity) {
        keys = new long[capacity];
        Arrays.fill(keys, FREE);
        values = new Object[capacity];
    }
}
