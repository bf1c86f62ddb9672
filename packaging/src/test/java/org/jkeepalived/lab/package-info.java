/**
 * Test networks on one machine: hosts in namespaces of their own, joined by a bridge, with a daemon on each, captures of the wire,
 * crafted packets and a host that pings.
 *
 * <p>Nothing has a name outside a test: namespaces are anonymous and live as long as the first process of their host, which ends
 * with its standard input. A test run that is killed therefore leaves nothing behind. Root is needed.
 */
package org.jkeepalived.lab;
