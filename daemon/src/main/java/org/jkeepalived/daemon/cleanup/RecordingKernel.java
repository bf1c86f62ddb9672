package org.jkeepalived.daemon.cleanup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jkeepalived.daemon.kernel.KernelPort;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.route.AddressBatch;
import org.jkeepalived.netlink.route.AddressManager;
import org.jkeepalived.netlink.route.AddressManager.Change;
import org.jkeepalived.netlink.route.InterfaceTable;
import org.jkeepalived.netlink.route.Link;

/** KernelPort that keep a record of the addresses which they have added. An address that was there already is not recorded: it is not ours. */
public final class RecordingKernel implements KernelPort {

    private record Request(AddressBatch batch, Change change, boolean[] succeeded) {}

    private final KernelPort target;
    private final InterfaceTable interfaces;
    private final HeldAddresses held;
    private final List<Request> requests = new ArrayList<>();

    /**
     * @param interfaces the loop's, for their names
     * @param files runs what blocks, one after the other
     */
    public RecordingKernel(KernelPort target, InterfaceTable interfaces, AddressRecord record, Executor files) {
        this.target = target;
        this.interfaces = interfaces;
        this.held = new HeldAddresses(record, files);
    }

    @Override
    public int submit(AddressBatch batch, Change change) {
        int errno = target.submit(batch, change);
        if (batch.size() > 0) {
            boolean[] succeeded = new boolean[batch.size()];
            Arrays.fill(succeeded, errno == Errno.NONE);
            requests.add(new Request(batch, change, succeeded));
        }
        return errno;
    }

    /** When the kernel has answered, the record follows: it delays nothing that a takeover waits for. */
    @Override
    public int collect(AddressManager.Failures failures) {
        int failed = target.collect((batch, index, change, errno, text) -> {
            for (Request request : requests) {
                if (request.batch() == batch && request.change() == change) {
                    request.succeeded()[index] = false;
                }
            }
            failures.failed(batch, index, change, errno, text);
        });
        if (!requests.isEmpty()) {
            List<HeldAddresses.Step> steps = new ArrayList<>(requests.size());
            for (Request request : requests) {
                steps.add(new HeldAddresses.Step(request.change(), request.batch().addresses(), request.succeeded()));
            }
            requests.clear();
            held.changed(steps, interfaceNames());
        }
        return failed;
    }

    private Map<Integer, String> interfaceNames() {
        Map<Integer, String> names = new HashMap<>();
        for (Link link : interfaces.links()) {
            names.put(link.index(), link.name());
        }
        return names;
    }

    @Override
    public void enable(AddressFamily family) throws SystemCallException {
        target.enable(family);
    }

    @Override
    public void keepAddresses(boolean keep) {
        target.keepAddresses(keep);
    }

    @Override
    public void queueAdvert(AdvertFrame frame) {
        target.queueAdvert(frame);
    }

    @Override
    public int flushAdverts() {
        return target.flushAdverts();
    }

    @Override
    public AdvertFrame failedAdvert(int i) {
        return target.failedAdvert(i);
    }

    @Override
    public void queueAnnouncement(AnnouncementFrame frame) {
        target.queueAnnouncement(frame);
    }

    @Override
    public int flushAnnouncements() {
        return target.flushAnnouncements();
    }

    /** The addresses have been removed before; the record goes, too. */
    @Override
    public void close() {
        held.end();
        target.close();
    }
}
