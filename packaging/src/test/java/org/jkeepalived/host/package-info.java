/**
 * Test hosts with systemd and a package manager, and the tests of the Debian package on them: a host of the lab gives the network
 * and the namespaces, {@code systemd-nspawn} boots a small Debian in it.
 */
package org.jkeepalived.host;
