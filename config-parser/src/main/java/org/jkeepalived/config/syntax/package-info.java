/** Lines to a tree of statements, by the names of the language alone. */
package org.jkeepalived.config.syntax;
