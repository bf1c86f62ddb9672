package org.jkeepalived.config.settings;

/**
 * What surrounds a reload.
 *
 * @param checkLog file for the findings of a test of the new files, before they are read for good; null for no test
 * @param timeFile file that holds the time of the next reload, or null
 * @param repeat a time of day in the time file holds for every day
 * @param markerFile file that is there while a configuration is read; empty for the pid file's name with {@code .reload}, null for none
 */
public record Reloading(String checkLog, String timeFile, boolean repeat, String markerFile) {}
