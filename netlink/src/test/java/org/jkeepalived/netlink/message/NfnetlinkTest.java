package org.jkeepalived.netlink.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.Namespaces;
import org.jkeepalived.netlink.SystemCallException;
import org.junit.jupiter.api.Test;

/** Tables of nftables, against the kernel and nft(8). */
class NfnetlinkTest {
    private static final int NFT_MSG_NEWTABLE = 0;
    private static final int NFT_MSG_GETTABLE = 1;
    private static final int NFT_MSG_DELTABLE = 2;
    private static final int NFTA_TABLE_NAME = 1;
    private static final int NFPROTO_IPV4 = 2;

    @Test
    void tablesComeInTransactions() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nft")), "nft(8)");
        Namespaces.run(Tables.class);
    }

    private static Request table(int message, int flags, String name) {
        return writer -> {
            int type = Nfnetlink.type(Nfnetlink.NFNL_SUBSYS_NFTABLES, message);
            Nfnetlink.begin(writer, type, flags, NFPROTO_IPV4, 0);
            if (!name.isEmpty()) {
                writer.putString(NFTA_TABLE_NAME, name);
            }
            writer.end();
        };
    }

    private static Request add(String name) {
        return table(NFT_MSG_NEWTABLE, Netlink.NLM_F_CREATE, name);
    }

    private static Request delete(String name) {
        return table(NFT_MSG_DELTABLE, 0, name);
    }

    static final class Tables {
        public static void main(String[] args) throws Exception {
            try (NetlinkSocket socket = NetlinkSocket.openNetfilter()) {
                assertEquals(List.of(), list(socket));
                assertEquals(List.of(), apply(socket, add("one"), add("two")));
                assertEquals(List.of("one", "two"), list(socket));
                assertEquals("table ip one\ntable ip two\n", Namespaces.run(List.of("nft", "list", "tables")));
                assertEquals(List.of("1 ENOENT", "3 ENOENT", "0 ECANCELED", "2 ECANCELED"),
                        apply(socket, add("three"), delete("absent"), delete("one"), delete("nowhere")));
                assertEquals(List.of("one", "two"), list(socket));
                assertEquals(List.of(), apply(socket, delete("one"), delete("two"), add("three")));
                assertEquals(List.of("three"), list(socket));
            }
        }

        private static List<String> apply(NetlinkSocket socket, Request... requests) {
            List<String> failures = new ArrayList<>();
            socket.submit(RequestBatch.atomic(Nfnetlink.NFNL_SUBSYS_NFTABLES, List.of(requests)));
            socket.collect((_, index, error) -> failures.add(index + " " + Errno.name(error.errno())));
            return failures;
        }

        private static List<String> list(NetlinkSocket socket) throws SystemCallException {
            List<String> names = new ArrayList<>();
            AttributeReader attributes = new AttributeReader();
            socket.ask(table(NFT_MSG_GETTABLE, Netlink.NLM_F_DUMP, ""), message -> {
                assertEquals(Nfnetlink.type(Nfnetlink.NFNL_SUBSYS_NFTABLES, NFT_MSG_NEWTABLE), message.type());
                message.attributes(attributes, Nfnetlink.HEADER);
                while (attributes.next()) {
                    if (attributes.type() == NFTA_TABLE_NAME) {
                        names.add(attributes.string());
                    }
                }
            });
            assertTrue(names.stream().allMatch(name -> !name.isEmpty()));
            return names;
        }
    }
}
