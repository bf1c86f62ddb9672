package org.jkeepalived.daemon.mapping;

/**
 * What an instance or a group follows.
 *
 * @param name of the tracker, within its kind
 * @param weight -254..254; 0 means that failure is a FAULT
 * @param reverse the result counts inverted
 */
public record Tracked(String name, int weight, boolean reverse) {}
