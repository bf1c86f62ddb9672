package org.jkeepalived.daemon.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.StaticAddress;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.kernel.RouterEffects;
import org.jkeepalived.daemon.resource.AddressObject;
import org.jkeepalived.daemon.resource.Claim;
import org.jkeepalived.daemon.resource.KernelObject;
import org.jkeepalived.daemon.resource.RouteObject;
import org.jkeepalived.daemon.snapshot.ResourceStatus;

/** Which routes and static addresses were held at one moment, for dumps. Made on the loop's thread; does not change. */
final class HeldStatus implements ResourceStatus {
    private final Map<String, List<VirtualRoute>> virtualRoutes = new HashMap<>();
    private final List<VirtualRoute> staticRoutes = new ArrayList<>();
    private final List<VirtualAddress> staticAddresses = new ArrayList<>();

    HeldStatus(EffectBatch effects, List<KernelObject> statics) {
        for (int i = 0; i < effects.size(); i++) {
            RouterEffects router = effects.get(i);
            if (router != null && !router.settings().routes().isEmpty()) {
                virtualRoutes.put(router.parameters().name(), routes(router));
            }
        }
        for (KernelObject object : statics) {
            if (object instanceof RouteObject route) {
                staticRoutes.add(route.settings());
            } else if (object instanceof AddressObject address) {
                staticAddresses.add(address.settings());
            }
        }
    }

    private static List<VirtualRoute> routes(RouterEffects router) {
        List<VirtualRoute> held = new ArrayList<>();
        for (Claim claim : router.resources().possible()) {
            if (claim.held() && claim.object() instanceof RouteObject route) {
                held.add(route.settings());
            }
        }
        return held;
    }

    @Override
    public boolean installed(String instance, VirtualRoute route) {
        return virtualRoutes.getOrDefault(instance, List.of()).contains(route);
    }

    @Override
    public boolean installed(VirtualRoute staticRoute) {
        return staticRoutes.contains(staticRoute);
    }

    @Override
    public boolean installed(StaticAddress address) {
        return staticAddresses.contains(address.address());
    }
}
