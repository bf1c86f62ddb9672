/**
 * The wire form of VRRP advertisements: RFC 3768 section 5.1 (version 2) and RFC 9568 section 5.1 (version 3).
 *
 * <p>Encoding builds immutable {@link org.jkeepalived.vrrp.packet.AdvertPayload payloads} that are sent again and again while nothing
 * changes. Decoding reads in place through one reusable {@link org.jkeepalived.vrrp.packet.ReceivedAdvert} per receiving thread and
 * allocates nothing. IP headers belong to the caller in both directions.
 */
package org.jkeepalived.vrrp.packet;
