package org.jkeepalived.config.settings;

/**
 * A track_file: a file that holds a number.
 *
 * @param name unique
 * @param path the file, which may come later
 * @param weight -254..254, what the number is multiplied with; 0 means that a number other than 0 is a FAULT
 * @param reverse the result counts inverted
 * @param create the file is made at the start when it is not there
 * @param initialValue what is written then
 * @param overwrite it is written although the file is there
 */
public record TrackFileSettings(
        String name,
        String path,
        int weight,
        boolean reverse,
        boolean create,
        int initialValue,
        boolean overwrite) {}
