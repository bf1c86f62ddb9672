package org.jkeepalived.vrrp.simulation;

/** A reproducible sequence of numbers (SplitMix64); the same seed gives the same sequence everywhere. */
final class SeededRandom {

    private long state;

    SeededRandom(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** 0 .. bound-1. */
    long below(long bound) {
        return Long.remainderUnsigned(next(), bound);
    }

    /** least .. most. */
    long between(long least, long most) {
        return least + below(most - least + 1);
    }

    boolean chance(int permille) {
        return below(1000) < permille;
    }
}
