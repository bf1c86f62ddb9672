package org.jkeepalived.config.settings;

/**
 * An interface whose link an instance or a group follows.
 *
 * @param name interface name
 * @param weight -253..253; 0 means that down is a FAULT
 * @param reverse the link's state counts inverted
 */
public record TrackedInterface(String name, int weight, boolean reverse) {}
