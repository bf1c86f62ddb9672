/** The lines of address, route and rule lists, which follow iproute2's commands: words to settings, with keepalived's complaints. */
package org.jkeepalived.config.iproute;
