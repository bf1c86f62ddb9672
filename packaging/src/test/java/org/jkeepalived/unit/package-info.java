/** The systemd unit and its drop-ins, as systemd-analyze sees them. */
package org.jkeepalived.unit;
