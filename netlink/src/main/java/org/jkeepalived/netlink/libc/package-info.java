/**
 * The native fence: the C library's functions, memory outside the heap, and the layouts and constants of Linux. Not
 * exported; nothing outside this module sees an address, a descriptor or a struct's offset.
 *
 * <p>{@link org.jkeepalived.netlink.libc.Libc} is what the module programs against; its one implementation calls jffi,
 * the layer below jnr-ffi, because jnr-ffi's interface proxies are classes that are generated at every start, which no
 * AOT cache keeps. From nothing loaded to ten functions bound and called once, on a busy machine with two cores, the
 * third best of nine runs:
 *
 * <table>
 * <caption>Milliseconds</caption>
 * <tr><th></th><th>jffi</th><th>jnr-ffi proxy</th></tr>
 * <tr><td>C1 and C2</td><td>131</td><td>489</td></tr>
 * <tr><td>C1 only</td><td>145</td><td>264</td></tr>
 * <tr><td>C1 only, AOT cache</td><td>28</td><td>66</td></tr>
 * <tr><td>C1 only, AOT cache, {@code -Djdk.reflect.useNativeAccessorOnly=true}</td><td>19</td><td>48</td></tr>
 * </table>
 *
 * <p>The last line's option makes the JDK's reflection, which jffi finds its own loader with, generate nothing either.
 * The proxies also cost 5 to 10 MB of resident memory. A call costs the same through both: 0.2 us for a recv(2) that
 * fails at once, and allocates nothing.
 */
package org.jkeepalived.netlink.libc;
