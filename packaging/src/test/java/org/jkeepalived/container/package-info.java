/** Tests of the container image: two containers on a network of a container engine that runs for the tests alone. */
package org.jkeepalived.container;
