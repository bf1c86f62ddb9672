/** Joins the interfaces that libraries declare for the system to the means of the OS room. */
package org.jkeepalived.daemon.host;
