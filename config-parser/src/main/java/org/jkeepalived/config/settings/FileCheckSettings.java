package org.jkeepalived.config.settings;

/**
 * FILE_CHECK: a file's number changes the server's weight.
 *
 * @param trackFile name of a track_file that exists
 * @param weight -2147483647..2147483647, what the number is multiplied with; 0 means that a number other than 0 is a failure
 * @param reverse the result counts inverted
 */
public record FileCheckSettings(String trackFile, int weight, boolean reverse) implements CheckerSettings {}
