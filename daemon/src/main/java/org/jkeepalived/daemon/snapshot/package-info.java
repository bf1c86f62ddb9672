/** What the daemon knows at one moment, as the snapshots that dump files show. Pure mapping between records; any thread. */
package org.jkeepalived.daemon.snapshot;
