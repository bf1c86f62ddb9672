/**
 * Who follows what happens in the core: the log's words, notify scripts, the service manager's line; each with a
 * bounded queue of its own.
 */
package org.jkeepalived.daemon.observe;
