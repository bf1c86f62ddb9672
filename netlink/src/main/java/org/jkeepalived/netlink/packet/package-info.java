/** VRRP adverts in and out, gratuitous ARPs and neighbour advertisements. */
package org.jkeepalived.netlink.packet;
