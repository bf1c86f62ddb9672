package org.jkeepalived.daemon.messages;

import java.util.Locale;
import org.jkeepalived.daemon.resource.KernelObject;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.ResourceKind;

/** Resources in log lines. */
final class ResourceText {
    private static final double NANOS_PER_SECOND = 1e9;

    private ResourceText() {}

    /** {@code 192.0.2.1 on eth0}, or what a route or a rule is. */
    static String of(Resource resource) {
        String text = ((KernelObject) resource.spec()).text();
        return resource.kind() == ResourceKind.ADDRESS
                ? text + " on " + resource.interfaceName()
                : resource.kind().noun() + " " + text;
    }

    /** What became of a resource. */
    static String line(Action action) {
        return switch (action) {
            case Action.ResourceRestored(var resource) -> removedByOthers(resource) + ", putting it back";
            case Action.ResourceRestorationDelayed(var resource, long delay) ->
                    removedByOthers(resource) + " again, putting it back in " + duration(delay);
            case Action.ResourceHeldBack(var resource, var host, long limit) ->
                    removedByOthers(resource) + " together with this host's own " + host
                            + ", putting it back after that, or in " + duration(limit);
            case Action.ResourceHoldExpired(var resource) ->
                    "this host's own address did not come back, " + of(resource) + " does";
            case Action.ResourceRetryScheduled(var resource, String reason, long delay) ->
                    "cannot set " + of(resource) + ": " + reason + ", trying again in " + duration(delay);
            case Action.ResourceGivenUp(var resource, String reason) -> "cannot set " + of(resource) + ": " + reason;
            default -> throw new IllegalArgumentException("nothing about a resource: " + action);
        };
    }

    private static String removedByOthers(Resource resource) {
        String from = resource.address() == null ? "" : " from " + resource.interfaceName();
        String what = resource.address() == null ? of(resource) : resource.address().address().toString();
        return what + " was removed" + from + " by somebody else";
    }

    /** {@code 2 s}, {@code 0.5 s}. */
    static String duration(long nanos) {
        double seconds = nanos / NANOS_PER_SECOND;
        return seconds == Math.rint(seconds) ? (long) seconds + " s" : String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
