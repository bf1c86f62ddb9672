package org.jkeepalived.config.settings;

/**
 * Where the files go that signals ask for.
 *
 * @param withInstance data_use_instance: network namespace and instance are part of the name of data dumps
 * @param state path of the data dumps; a slash at its end makes it a directory for the usual names; null for the default
 * @param stats path of the statistics, or null
 * @param json path of the JSON dump, or null
 */
public record DumpFiles(boolean withInstance, String state, String stats, String json) {}
