package org.jkeepalived.vrrp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The timer queue gives the earliest deadline, whatever was scheduled, moved or cancelled before")
class TimerQueueTest {

    @Test
    void behavesLikeASortedMap() {
        TimerQueue queue = new TimerQueue();
        Map<Integer, Long> model = new HashMap<>();
        long random = 42;
        for (int step = 0; step < 20_000; step++) {
            random = random * 6364136223846793005L + 1442695040888963407L;
            int id = (int) (random >>> 40) % 300;
            if ((random >>> 33 & 3) == 0) {
                queue.cancel(id);
                model.remove(id);
            } else {
                long deadline = random >>> 44;
                queue.schedule(id, deadline);
                model.put(id, deadline);
            }
            assertEquals(model.size(), queue.size());
            assertEquals(model.values().stream().min(Comparator.naturalOrder()).orElse(Long.MAX_VALUE),
                    queue.firstDeadline());
            assertEquals(model.containsKey(id), queue.isScheduled(id));
        }
        for (long last = Long.MIN_VALUE; !queue.isEmpty();) {
            long first = queue.firstDeadline();
            assertFalse(first < last);
            assertEquals(model.remove(queue.firstId()), first);
            queue.cancel(queue.firstId());
            last = first;
        }
        assertEquals(0, model.size());
    }
}
