/**
 * The rpm as rpm and dnf see it: a host whose system tree is private is a Red Hat machine as far as packages go, with an empty rpm
 * database, a package that provides what the distribution's base does, and a repository on its own disk.
 */
package org.jkeepalived.rpm;
