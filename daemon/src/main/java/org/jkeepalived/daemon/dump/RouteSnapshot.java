package org.jkeepalived.daemon.dump;

import org.jkeepalived.config.settings.VirtualRoute;

/**
 * A route.
 *
 * @param unseen whether it is in place without keepalived having recognised it in the kernel's news
 */
public record RouteSnapshot(VirtualRoute route, boolean unseen) {

    String text() {
        return unseen ? RouteText.ofUnseen(route) : RouteText.of(route);
    }
}
