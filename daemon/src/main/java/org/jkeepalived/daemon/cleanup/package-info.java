/** The record of the addresses that this daemon holds, for who cleans up after a crash. */
package org.jkeepalived.daemon.cleanup;
