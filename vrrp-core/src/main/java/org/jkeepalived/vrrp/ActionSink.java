package org.jkeepalived.vrrp;

/** Takes the actions of routers, in order. Called on the thread that calls {@link RouterSet}, and must not call back into it. */
@FunctionalInterface
public interface ActionSink {

    /**
     * @param router number of the router, -1 for an action of the whole set
     * @param action what to do or report
     */
    void accept(int router, Action action);
}
