/** keepalived.conf: text to settings records and diagnostics. */
package org.jkeepalived.config;
