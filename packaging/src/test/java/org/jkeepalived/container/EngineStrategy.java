package org.jkeepalived.container;

import java.net.URI;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/** Leads Testcontainers to the tests' engine before it looks for the machine's; a service of the class path. */
public final class EngineStrategy extends DockerClientProviderStrategy {
    private static volatile URI address;

    /** To be called before Testcontainers is first used: it looks for an engine once. */
    static void use(URI engine) {
        address = engine;
    }

    @Override
    public String getDescription() {
        return "the engine of the tests";
    }

    @Override
    protected boolean isApplicable() {
        return address != null;
    }

    @Override
    protected int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected boolean isPersistable() {
        return false;
    }

    /** No port of a container is used from outside. Testcontainers would run a container to find the address out. */
    @Override
    public synchronized String getDockerHostIpAddress() {
        return "localhost";
    }

    @Override
    public TransportConfig getTransportConfig() {
        return TransportConfig.builder().dockerHost(address).build();
    }
}
