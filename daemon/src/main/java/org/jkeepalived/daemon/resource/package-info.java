/**
 * What instances and the static blocks hold in the kernel: addresses, routes, rules. One {@link org.jkeepalived.daemon.resource.KernelObject}
 * per kind says how it is added, deleted, recognised and recorded; {@link org.jkeepalived.daemon.resource.Holdings} counts who holds what, so
 * that what two hold goes when the last one lets go, and what was there before this process stays.
 */
package org.jkeepalived.daemon.resource;
