package org.jkeepalived.container;

import java.net.URI;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * Leads Testcontainers to the tests' engine, whatever other engine the machine has. The environment variable
 * {@code TESTCONTAINERS_DOCKER_CLIENT_STRATEGY} names this class.
 */
public final class EngineStrategy extends DockerClientProviderStrategy {
    private static volatile URI address;

    /** To be called before Testcontainers is first used: it looks for an engine once. */
    static void use(URI engine) {
        address = engine;
    }

    @Override
    public String getDescription() { return "the engine of the tests"; }

    @Override
    protected boolean isApplicable() { return address != null; }

    @Override
    protected boolean isPersistable() { return false; }

    @Override
    public TransportConfig getTransportConfig() { return TransportConfig.builder().dockerHost(address).build(); }
}
