/** The forms in which a configuration test tells what it found: keepalived's, text for people, JSON for programs. */
package org.jkeepalived.config.render;
