/** Carries out what the core wants: adverts, addresses and announcements, batched so that a transition costs few system calls. */
package org.jkeepalived.daemon.kernel;
