/** Transcripts on a test network: with this project's daemon on every host, or with keepalived. */
package org.jkeepalived.transcript;
