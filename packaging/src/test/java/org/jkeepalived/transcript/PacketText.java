package org.jkeepalived.transcript;

import java.util.Map;
import java.util.Optional;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Packet;

/** Packets in words. */
final class PacketText {
    private PacketText() {}

    /**
     * What a packet says, if it is an advert or an announcement.
     *
     * @param hosts names by hardware address
     */
    static Optional<NormalForm.Sent> of(Packet packet, Map<String, String> hosts) {
        return packet.advert()
                .map(PacketText::advert)
                .or(() -> packet.arp()
                        .filter(Packet.Arp::isGratuitous)
                        .map(arp -> new NormalForm.Sent("",
                                "ARP " + arp.senderIp() + " is at " + name(arp.senderMac(), hosts))))
                .or(() -> packet.neighbourAdvert()
                        .filter(advert -> advert.destination().equals("ff02::1"))
                        .map(advert -> new NormalForm.Sent("",
                                "NA " + advert.target() + " is at " + name(advert.linkLayer(), hosts))));
    }

    private static NormalForm.Sent advert(Advert advert) {
        String text = VrrpText.of(advert.version(), advert.source(), advert.destination(), advert.vrid(),
                advert.priority(), advert.interval(), advert.addresses());
        if (advert.version() == 2 && advert.authType() != 0) {
            text += " auth " + advert.authType();
        }
        return new NormalForm.Sent(advert.vrid() + (advert.isIpv6() ? "/6 " : "/4 ") + advert.destination(), text);
    }

    private static String name(String mac, Map<String, String> hosts) {
        return hosts.getOrDefault(mac, mac);
    }
}
