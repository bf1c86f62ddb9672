/** The VRRP thread: what wakes it, what it does in a turn, and how others reach it. */
package org.jkeepalived.daemon.loop;
