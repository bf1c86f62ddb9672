package org.jkeepalived.config.iproute;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.RouteMetric;

/** The metrics of a route line. */
final class RouteMetricWords {
    private static final Map<String, RouteMetric> BY_WORD = new HashMap<>();

    static {
        for (RouteMetric metric : RouteMetric.values()) {
            BY_WORD.put(metric.word(), metric);
        }
    }

    private final LineWords words;
    private final Map<RouteMetric, RouteMetric.Value> values = new EnumMap<>(RouteMetric.class);

    RouteMetricWords(LineWords words) {
        this.words = words;
    }

    Map<RouteMetric, RouteMetric.Value> values() {
        return values;
    }

    /** Whether the option is a metric, whose words are then taken. */
    boolean takes(Word option) throws LineDropped {
        RouteMetric metric = BY_WORD.get(option.text());
        if (metric == null) {
            return false;
        }
        Word word = words.value(option);
        boolean locked = metric.lockable() && word.text().equals("lock");
        if (locked) {
            word = words.value(word);
        }
        if (metric == RouteMetric.FEATURES) {
            if (word.text().equals("ecn")) {
                values.put(metric, new RouteMetric.Value(1, false));
            } else {
                words.error(word, "value-ignored", "feature " + word + " not supported", "ecn");
            }
            return true;
        }
        boolean time = metric == RouteMetric.RTT || metric == RouteMetric.RTTVAR || metric == RouteMetric.RTO_MIN;
        OptionalLong value = time ? MetricTime.read(words, metric, word) : words.decimal(word, 0, metric.max());
        if (value.isEmpty()) {
            throw words.drop(word, "value-ignored", complaint(metric, word), null);
        }
        values.put(metric, new RouteMetric.Value(value.getAsLong(), locked));
        return true;
    }

    private static String complaint(RouteMetric metric, Word word) {
        return switch (metric) {
            case RTT, RTTVAR -> "Invalid " + metric.word() + " " + word + " for route";
            case RTO_MIN -> "Invalid rto_min value " + word + " specified for route";
            case MTU -> "Invalid MTU " + word + " specified for route";
            case ADVMSS, HOPLIMIT -> "Invalid " + metric.word() + " " + word + " specified for route";
            case WINDOW, SSTHRESH, CWND, REORDERING, INITCWND, INITRWND, QUICKACK, FASTOPEN_NO_COOKIE, FEATURES ->
                    "Invalid " + metric.word() + " value " + word + " specified for route";
        };
    }
}
