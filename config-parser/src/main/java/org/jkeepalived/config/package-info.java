/** Reads keepalived.conf: {@link org.jkeepalived.config.ConfigLoader} turns text into settings records and diagnostics. */
package org.jkeepalived.config;
