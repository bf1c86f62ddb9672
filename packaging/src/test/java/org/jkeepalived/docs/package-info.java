/** The documents agree with what is there. */
package org.jkeepalived.docs;
