package org.jkeepalived.vrrp;

/**
 * Optional checks on received adverts.
 *
 * @param checkUnicastSource accept unicast adverts from configured peers only
 * @param skipCheckAddresses do not compare the address list of an unchanged master
 * @param strict also refuse what is tolerated for compatibility: IPv6 adverts without a link-local first address
 */
public record ReceiveSettings(boolean checkUnicastSource, boolean skipCheckAddresses, boolean strict) {

    public static final ReceiveSettings DEFAULT = new ReceiveSettings(false, false, false);
}
