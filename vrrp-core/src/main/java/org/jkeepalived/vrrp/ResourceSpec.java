package org.jkeepalived.vrrp;

/**
 * Everything that the kernel is told of a resource. The core only compares it: an implementation has value equality, and two that are equal
 * are the same object to the kernel.
 */
public interface ResourceSpec {

    /** Of a resource that nobody installs: for tests and simulations. */
    ResourceSpec NONE = new ResourceSpec() {
        @Override
        public String toString() {
            return "";
        }
    };
}
