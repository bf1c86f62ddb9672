package org.jkeepalived.daemon.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.daemon.observe.ReportSink;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.route.AddressBatch;
import org.jkeepalived.netlink.route.AddressManager.Change;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.ActionSink;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.packet.AdvertPayload;

/**
 * Gathers the actions of one turn of the loop and carries them out kind by kind: adverts, then addresses, then announcements, and only then
 * reports and notifications, whose receivers format text and start scripts. The loop's thread owns it. An advert that changes nothing allocates
 * nothing.
 */
public final class EffectBatch implements ActionSink {

    private record AddressChange(RouterEffects router, int number, AddressBatch batch, Change change) {}

    private record Announcement(RouterEffects router, AnnouncementFrame[] frames, int repeat) {}

    private record Place(int interfaceIndex, IpAddress address) {}

    private record Report(RouterEffects router, Action action) {}

    private static final int MAXIMUM_UNCOLLECTED = 60;

    private final KernelPort outputs;
    private final ReportSink reports;
    private final List<RouterEffects> routers = new ArrayList<>();
    private final List<AddressChange> changes = new ArrayList<>();
    private final List<AddressChange> submitted = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private final List<Report> later = new ArrayList<>();
    /** How often the kernel was asked to take an address away and has not said that it is gone. */
    private final Map<Place, Integer> removals = new HashMap<>();
    private List<Event> events = new ArrayList<>();
    private RouterEffects[] queued = new RouterEffects[64];
    private int queuedCount;

    public EffectBatch(KernelPort outputs, ReportSink reports) {
        this.outputs = outputs;
        this.reports = reports;
    }

    /** The effects of the router with this number; null takes it away. */
    public void put(int number, RouterEffects effects) {
        while (routers.size() <= number) {
            routers.add(null);
        }
        routers.set(number, effects);
    }

    /** The effects of a router, or null. */
    public RouterEffects get(int number) {
        return number >= 0 && number < routers.size() ? routers.get(number) : null;
    }

    /** Numbers run from 0 to this, exclusive; some may be free. */
    public int size() {
        return routers.size();
    }

    /** Not a pattern switch: linking one takes 10 ms of the start, before the first advert. */
    @Override
    public void accept(int number, Action action) {
        RouterEffects router = number < 0 ? null : routers.get(number);
        if (action instanceof Action.SendAdvert(AdvertPayload payload)) {
            advert(router, payload);
            if (payload.priority() != 0) {
                return;
            }
        } else if (action instanceof Action.AddAddresses(var addresses)) {
            router.prepare();
            changes.add(new AddressChange(router, number, router.batch(addresses), Change.ADD));
        } else if (action instanceof Action.RemoveAddresses(var addresses)) {
            if (router.announcementsQueued) {
                carryOut();
            }
            router.prepare();
            changes.add(new AddressChange(router, number, router.batch(addresses), Change.DELETE));
        } else if (action instanceof Action.Announce(var addresses, int repeat)) {
            router.prepare();
            announcements.add(new Announcement(router, router.announcements(addresses), repeat));
            router.announcementsQueued = true;
        }
        later.add(new Report(router, action));
    }

    private void advert(RouterEffects router, AdvertPayload payload) {
        router.prepare();
        if (router.advertQueued && !router.holds(payload)) {
            sendAdverts();
        }
        router.fill(payload);
        for (int i = 0; i < router.advertCount(); i++) {
            outputs.queueAdvert(router.advert(i));
        }
        if (!router.advertQueued) {
            router.advertQueued = true;
            if (queuedCount == queued.length) {
                queued = java.util.Arrays.copyOf(queued, queuedCount * 2);
            }
            queued[queuedCount++] = router;
        }
    }

    /** Carries out everything; to be called when a turn's events have been handled. */
    public void flush() {
        carryOut();
        if (later.isEmpty()) {
            return;
        }
        for (Report report : later) {
            RouterEffects router = report.router();
            reports.report(router == null ? null : router.parameters(), report.action());
        }
        later.clear();
    }

    /** Failures as events for the core, in order; the list is the caller's. */
    public List<Event> takeEvents() {
        if (events.isEmpty()) {
            return List.of();
        }
        List<Event> taken = events;
        events = new ArrayList<>();
        return taken;
    }

    private void carryOut() {
        if (queuedCount > 0) {
            sendAdverts();
        }
        if (!changes.isEmpty()) {
            changeAddresses();
        }
        if (!announcements.isEmpty()) {
            announce();
        }
        if (!submitted.isEmpty()) {
            collect();
        }
    }

    private void sendAdverts() {
        int failed = outputs.flushAdverts();
        for (int i = 0; i < failed; i++) {
            advertFailed(i);
        }
        for (int i = 0; i < queuedCount; i++) {
            queued[i].advertQueued = false;
        }
        queuedCount = 0;
    }

    private void advertFailed(int i) {
        var frame = outputs.failedAdvert(i);
        for (int number = 0; number < routers.size(); number++) {
            RouterEffects router = routers.get(number);
            if (router != null && router.advertQueued && router.owns(frame)) {
                events.add(new Event.AdvertNotSent(number, Errno.text(frame.errno())));
                return;
            }
        }
    }

    /** The kernel says that an address is gone. Returns whether this process had asked for that. */
    public boolean removalConfirmed(int interfaceIndex, IpAddress address) {
        Place place = new Place(interfaceIndex, address);
        int underWay = removals.getOrDefault(place, 0);
        if (underWay > 1) {
            removals.put(place, underWay - 1);
        } else {
            removals.remove(place);
        }
        return underWay > 0;
    }

    /** Removals first, so that an address which goes from one router to another in a turn is there afterwards; a router's own changes keep their order. */
    private void changeAddresses() {
        if (changes.size() > 1) {
            removalsFirst();
        }
        for (AddressChange change : changes) {
            if (submitted.size() == MAXIMUM_UNCOLLECTED) {
                collect();
            }
            if (change.change() == Change.DELETE) {
                for (var spec : change.batch().addresses()) {
                    removals.merge(new Place(spec.interfaceIndex(), spec.address()), 1, Integer::sum);
                }
            }
            submitted.add(change);
            int errno = outputs.submit(change.batch(), change.change());
            if (errno != Errno.NONE && change.change() == Change.ADD && change.batch().size() > 0) {
                events.add(new Event.AddressNotAdded(change.number(),
                        change.router().entry(change.batch(), 0).address(), Errno.text(errno)));
            }
        }
        changes.clear();
    }

    private void removalsFirst() {
        Set<RouterEffects> adding = new HashSet<>();
        List<AddressChange> first = new ArrayList<>();
        List<AddressChange> then = new ArrayList<>();
        for (AddressChange change : changes) {
            boolean removal = change.change() == Change.DELETE && !adding.contains(change.router());
            (removal ? first : then).add(change);
            if (!removal) {
                adding.add(change.router());
            }
        }
        changes.clear();
        changes.addAll(first);
        changes.addAll(then);
    }

    private void announce() {
        for (Announcement announcement : announcements) {
            for (int round = 0; round < announcement.repeat(); round++) {
                for (AnnouncementFrame frame : announcement.frames()) {
                    outputs.queueAnnouncement(frame);
                }
            }
            announcement.router().announcementsQueued = false;
        }
        announcements.clear();
        outputs.flushAnnouncements();
    }

    private void collect() {
        outputs.collect(this::addressFailed);
        submitted.clear();
    }

    private void addressFailed(AddressBatch batch, int index, Change change, int errno, String kernelText) {
        for (AddressChange candidate : submitted) {
            if (candidate.batch() == batch && candidate.change() == change) {
                if (change == Change.DELETE) {
                    var spec = batch.addresses().get(index);
                    removalConfirmed(spec.interfaceIndex(), spec.address());
                } else if (errno != Errno.EEXIST) {
                    PreparedAddress address = candidate.router().entry(batch, index);
                    events.add(new Event.AddressNotAdded(candidate.number(), address.address(),
                            kernelText.isEmpty() ? Errno.text(errno) : Errno.text(errno) + " (" + kernelText + ")"));
                }
                return;
            }
        }
    }
}
