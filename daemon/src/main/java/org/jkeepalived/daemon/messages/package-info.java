/** The words: keepalived's log lines for what the core reports. */
package org.jkeepalived.daemon.messages;
