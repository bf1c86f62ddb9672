package org.jkeepalived.config.settings;

/**
 * A script that an instance or a group follows.
 *
 * @param name of a vrrp_script that exists
 * @param weight -253..253, the script's own unless overridden
 * @param reverse the result counts inverted
 */
public record TrackedScript(String name, int weight, boolean reverse) {}
