/**
 * The native fence: the C library's functions, memory outside the heap, and the layouts and constants of Linux. Not
 * exported; nothing outside this module sees an address, a descriptor or a struct's offset.
 */
package org.jkeepalived.netlink.libc;
