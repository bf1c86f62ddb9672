/** Transcripts with this daemon's routers, words and configuration in virtual time: no root, no network, no waiting. */
package org.jkeepalived.transcript.simulated;
