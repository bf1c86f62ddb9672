package org.jkeepalived.container;

import java.util.List;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Capture;

/**
 * A virtual router and the addresses around it.
 *
 * @param number 1 to 254, the virtual router id
 */
record Segment(int number) {

    /** An address of the segment; {@code last} 1 to 254. */
    String address(int last) {
        return "10.66." + number + "." + last;
    }

    /** The virtual address of {@link #config}. */
    String virtualAddress() {
        return address(100);
    }

    /** A configuration with one instance of version 2 that begins as BACKUP, interval 1 s. */
    String config(int priority) {
        return config(priority, virtualAddress());
    }

    /** The same with another virtual address. */
    String config(int priority, String virtualAddress) {
        return """
                vrrp_instance VI_1 {
                    state BACKUP
                    interface eth0
                    virtual_router_id %d
                    priority %d
                    advert_int 1
                    virtual_ipaddress {
                        %s/16
                    }
                }
                """.formatted(number, priority, virtualAddress);
    }

    /** Adverts of this virtual router after a mark. */
    List<Advert> adverts(Capture capture, int mark) {
        return capture.advertsSince(mark).stream().filter(advert -> advert.vrid() == number).toList();
    }
}
