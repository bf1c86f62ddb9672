/** A running daemon: its start, what it tells scripts and the log, reload, signals, dumps, stop. */
package org.jkeepalived.daemon.service;
