/** What is installed beside the program: the examples work as their comments say. */
package org.jkeepalived.examples;
