package org.jkeepalived.daemon.loop;

/** Something that wants to be called at a time; on the loop's thread. */
public interface Timed {
    /** Wants nothing. */
    Timed NEVER = new Timed() {
        @Override
        public long nextDeadlineNanos() {
            return Long.MAX_VALUE;
        }

        @Override
        public void fire(long nowNanos) {
            throw new IllegalStateException("it was not due");
        }
    };

    /** When {@link #fire} wants to be called next, by {@link System#nanoTime}; {@link Long#MAX_VALUE} for never. */
    long nextDeadlineNanos();

    /** The deadline has come. */
    void fire(long nowNanos);
}
