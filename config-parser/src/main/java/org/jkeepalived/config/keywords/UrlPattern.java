package org.jkeepalived.config.keywords;

import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.draft.UrlDraft;
import org.jkeepalived.config.finding.Place;

/** What a url says about a regular expression, when all of it was read. keepalived complains in its log alone. */
final class UrlPattern {
    private UrlPattern() {}

    /** Clears what cannot be: an expression that does not compile, and offsets between which nothing is. */
    static void check(UrlDraft url, Place place, Binding binding) {
        if (url.regex == null) {
            if (url.regexConfigured()) {
                binding.findings().notice(place.untold(), "no-regex", "regex parameters specified without regex");
            }
            return;
        }
        RegexSyntax.Fault fault = RegexSyntax.check(url.regex, url.regexOptions);
        if (fault != null) {
            binding.findings()
                    .notice(url.regexPlace.untold(), "bad-regex",
                            "Invalid regex: '" + url.regex + "' at offset " + fault.offset() + ": " + fault.message());
            url.regex = null;
            return;
        }
        if (url.regexMinOffset != null && url.regexMaxOffset != null && url.regexMinOffset > url.regexMaxOffset) {
            binding.findings()
                    .notice(place.untold(), "value-ignored", "regex min offset " + url.regexMinOffset
                            + " > regex_max_offset " + url.regexMaxOffset + " - ignoring");
            url.regexMinOffset = null;
            url.regexMaxOffset = null;
        }
    }
}
