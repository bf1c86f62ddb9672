/**
 * The files that keepalived writes on a signal: keepalived.data, keepalived.stats and keepalived.json. Records of what they show, taken at
 * one moment by the loop, and their renderers, which run elsewhere.
 */
package org.jkeepalived.daemon.dump;
