package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.StatusRange;

/** A url block of HTTP_GET or SSL_GET; null where nothing was written. */
public final class UrlDraft implements VirtualHosted, TlsCompliance {
    public String path;
    /** 32 hex digits. */
    public String digest;
    public final List<StatusRange> statusCodes = new ArrayList<>();
    /** The pattern with its escapes worked off. */
    public String regex;
    /** Its word. */
    public Place regexPlace;
    public boolean regexNoMatch;
    public final Set<String> regexOptions = new LinkedHashSet<>();
    public Long regexMinOffset;
    public Long regexMaxOffset;
    public Long regexStackStart;
    public Long regexStackMax;
    private String virtualHost;
    private Boolean tlsCompliant;

    /** Whether anything was said about a regular expression. */
    public boolean regexConfigured() {
        return regexNoMatch || !regexOptions.isEmpty() || regexMinOffset != null || regexMaxOffset != null
                || regexStackStart != null;
    }

    @Override
    public String virtualHost() {
        return virtualHost;
    }

    @Override
    public void virtualHost(String name) {
        virtualHost = name;
    }

    @Override
    public Boolean tlsCompliant() {
        return tlsCompliant;
    }

    @Override
    public void tlsCompliant(boolean on) {
        tlsCompliant = on;
    }
}
