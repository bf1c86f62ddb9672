/** The interfaces and addresses of the host, and what their changes mean to routers. */
package org.jkeepalived.daemon.interfaces;
