package org.jkeepalived.daemon.observe;

import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterParameters;

/** Takes every action of the core when the kernel has been served; on the loop's thread. It must not wait. */
@FunctionalInterface
public interface ReportSink {
    /**
     * An action, be it an effect, a notification or news.
     *
     * @param router its configuration, null for an action of the whole set
     */
    void report(RouterParameters router, Action action);
}
