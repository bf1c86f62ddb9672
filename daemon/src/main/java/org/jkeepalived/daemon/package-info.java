/** Wiring, event loop, reload, command line, dumps, notification. */
package org.jkeepalived.daemon;
