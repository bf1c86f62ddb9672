/** The documents that are generated from the declarations of the keywords. */
package org.jkeepalived.config.reference;
