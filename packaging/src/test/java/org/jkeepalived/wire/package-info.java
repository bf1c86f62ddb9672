/** Tests of the daemon on simulated networks: against itself, keepalived, FRR, crafted packets and the host it runs on. */
package org.jkeepalived.wire;
