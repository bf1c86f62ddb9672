package org.jkeepalived.config.settings;

/**
 * What SSL_GET shows of itself and trusts, from the SSL block; each component is null when it was not given.
 *
 * @param password of the private key
 * @param authorityFile certificates to trust
 * @param certificateFile certificate to show
 * @param keyFile its private key
 */
public record TlsSettings(String password, String authorityFile, String certificateFile, String keyFile) {}
