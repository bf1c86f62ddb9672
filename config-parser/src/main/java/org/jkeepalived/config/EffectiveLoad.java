package org.jkeepalived.config;

import org.jkeepalived.config.effective.EffectiveConfiguration;

/**
 * A reading of a configuration with what is in force of it.
 *
 * @param result as of a plain reading
 * @param effective every value with where it comes from; empty when the reading stopped
 */
public record EffectiveLoad(LoadResult result, EffectiveConfiguration effective) {}
