/** The command line: keepalived's options, its version text and its usage text. */
package org.jkeepalived.daemon.cli;
