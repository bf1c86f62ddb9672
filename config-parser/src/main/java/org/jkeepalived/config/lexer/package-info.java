/** Bytes to lines to words: comments, quotes, definitions, conditional lines, generators, includes. */
package org.jkeepalived.config.lexer;
