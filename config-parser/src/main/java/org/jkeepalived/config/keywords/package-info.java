/** The declarations of the supported keywords, block by block, and the walk that applies them. */
package org.jkeepalived.config.keywords;
