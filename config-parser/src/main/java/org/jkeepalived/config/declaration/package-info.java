/** How a keyword is declared, and the kinds of values. */
package org.jkeepalived.config.declaration;
