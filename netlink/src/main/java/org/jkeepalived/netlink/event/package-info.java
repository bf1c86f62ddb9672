/** Waiting: descriptors, deadlines, wake-ups from other threads, signals. */
package org.jkeepalived.netlink.event;
