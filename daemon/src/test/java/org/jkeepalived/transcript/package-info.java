/**
 * Transcripts: text files that say what hosts with a VRRP daemon are made to do and everything that can be seen of it. docs/transcripts.md
 * has the format. The same file is compared with this daemon's routers in virtual time ({@code simulated}), and on a test network with
 * the daemon itself and with keepalived.
 */
package org.jkeepalived.transcript;
