/** The log: a bounded queue that any thread may fill without waiting, and the thread that writes it out. */
package org.jkeepalived.daemon.log;
