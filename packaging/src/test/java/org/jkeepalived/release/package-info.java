/** What a release publishes beside the distributions' packages, and that it is the same bytes whoever builds it. */
package org.jkeepalived.release;
