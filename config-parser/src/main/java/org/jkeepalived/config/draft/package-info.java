/** The configuration while it is being read: mutable, with nothing where nothing was written. */
package org.jkeepalived.config.draft;
