package org.jkeepalived.config.effective;

import java.util.List;

/**
 * What is in force for a keyword.
 *
 * @param keyword the keyword
 * @param list a block of free entries instead of lines
 * @param set it has to be written to get the same; otherwise the value is the one that holds without
 * @param arguments
 *        for a line the words after the keyword, one element for each of its statements; for a list its entries. Of a keyword that is not set at
 *        most one element: the value that holds, or words for it.
 * @param places where each argument stands, in the same order, or empty when that is not known one by one
 * @param secret not for other eyes
 */
public record EffectiveSetting(
        String keyword,
        boolean list,
        boolean set,
        List<String> arguments,
        List<Origin> places,
        Origin origin,
        Effect reload,
        String idle,
        boolean secret) implements EffectiveNode {
    public EffectiveSetting {
        arguments = List.copyOf(arguments);
        places = List.copyOf(places);
    }
}
