package org.jkeepalived.vrrp.simulation;

import org.jkeepalived.vrrp.RouterSetParameters;

/**
 * One host of a scenario.
 *
 * @param name its name in the timeline
 * @param parameters its routers; interface indexes name the network segments, equal ones are joined
 * @param driftPpm how much faster its clock runs, in millionths
 */
public record NodeSpec(String name, RouterSetParameters parameters, int driftPpm) {}
