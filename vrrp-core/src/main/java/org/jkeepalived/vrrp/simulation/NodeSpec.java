package org.jkeepalived.vrrp.simulation;

/**
 * One host of a scenario.
 *
 * @param name its name in the timeline
 * @param plan its configuration at the first start
 * @param driftPpm how much faster its clock runs, in millionths
 */
record NodeSpec(String name, NodePlan plan, int driftPpm) {}
