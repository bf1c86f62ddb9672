package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.TlsSettings;

/** The SSL block while it is read; null is what was not written. */
public final class TlsDraft {
    /** password. */
    public String password;
    /** ca. */
    public String authorityFile;
    /** certificate. */
    public String certificateFile;
    /** key. */
    public String keyFile;

    /** The settings. */
    public TlsSettings settings() {
        return new TlsSettings(password, authorityFile, certificateFile, keyFile);
    }
}
