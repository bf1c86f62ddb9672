package org.jkeepalived.daemon.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jkeepalived.daemon.observe.ReportSink;
import org.jkeepalived.daemon.resource.Claim;
import org.jkeepalived.daemon.resource.Holdings;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.ActionSink;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.packet.AdvertPayload;

/**
 * Gathers the actions of one turn of the loop and carries them out kind by kind: adverts, then resources, then announcements, and only then
 * reports and notifications, whose receivers format text and start scripts. The loop's thread owns it. An advert that changes nothing allocates
 * nothing.
 */
public final class EffectBatch implements ActionSink {

    private record Announcement(RouterEffects router, AnnouncementFrame[] frames, int repeat) {}

    private record Report(RouterEffects router, Action action) {}

    private final KernelPort kernel;
    private final ReportSink reports;
    private final ResourceChanges changes;
    private final List<RouterEffects> routers = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private final List<Report> later = new ArrayList<>();
    private List<Event> events = new ArrayList<>();
    private Runnable turnEnd = () -> {
        // nobody waits for it
    };
    private RouterEffects[] queued = new RouterEffects[64];
    private int queuedCount;

    /** @param holdings who holds what of that which this batch adds and deletes */
    public EffectBatch(KernelPort kernel, Holdings holdings, ReportSink reports) {
        this.kernel = kernel;
        this.reports = reports;
        changes = new ResourceChanges(kernel, holdings, event -> events.add(event));
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

    /** The changes of this turn that belong to no router: static objects. */
    public ResourceChanges changes() {
        return changes;
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
        } else if (action instanceof Action.Install(var resources, boolean confirm)) {
            router.prepare();
            changes.add(number, router.resources().install(resources), confirm);
        } else if (action instanceof Action.Remove(var resources)) {
            if (router.announcementsQueued) {
                carryOut();
            }
            router.prepare();
            changes.delete(number, router.resources().remove(resources));
        } else if (action instanceof Action.Announce(var resources, int repeat)) {
            router.prepare();
            announcements.add(new Announcement(router, router.announcements(resources), repeat));
            router.announcementsQueued = true;
        }
        later.add(new Report(router, action));
    }

    /** Takes away what an earlier run of the daemon left of a router's resources. */
    public void removeLeftovers(int number, List<Claim> leftovers) {
        RouterEffects router = routers.get(number);
        changes.delete(number, router.resources().removeLeftovers(leftovers));
    }

    private void advert(RouterEffects router, AdvertPayload payload) {
        router.prepare();
        if (router.advertQueued && !router.holds(payload)) {
            sendAdverts();
        }
        router.fill(payload);
        for (int i = 0; i < router.advertCount(); i++) {
            kernel.queueAdvert(router.advert(i));
        }
        if (!router.advertQueued) {
            router.advertQueued = true;
            if (queuedCount == queued.length) {
                queued = Arrays.copyOf(queued, queuedCount * 2);
            }
            queued[queuedCount++] = router;
        }
    }

    /** Carries out everything; to be called when a turn's events have been handled. */
    public void flush() {
        carryOut();
        turnEnd.run();
        if (later.isEmpty()) {
            return;
        }
        for (Report report : later) {
            RouterEffects router = report.router();
            reports.report(router == null ? null : router.parameters(), report.action());
        }
        later.clear();
    }

    /** Told when the effects of a turn have been carried out. */
    public void onTurnEnd(Runnable listener) {
        turnEnd = listener;
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
        changes.submit();
        if (!announcements.isEmpty()) {
            announce();
        }
        changes.collect();
    }

    private void sendAdverts() {
        int failed = kernel.flushAdverts();
        for (int i = 0; i < failed; i++) {
            advertFailed(i);
        }
        for (int i = 0; i < queuedCount; i++) {
            queued[i].advertQueued = false;
        }
        queuedCount = 0;
    }

    private void advertFailed(int i) {
        AdvertFrame frame = kernel.failedAdvert(i);
        for (int number = 0; number < routers.size(); number++) {
            RouterEffects router = routers.get(number);
            if (router != null && router.advertQueued && router.owns(frame)) {
                events.add(new Event.AdvertNotSent(number, Errno.text(frame.errno())));
                return;
            }
        }
    }

    private void announce() {
        for (Announcement announcement : announcements) {
            for (int round = 0; round < announcement.repeat(); round++) {
                for (AnnouncementFrame frame : announcement.frames()) {
                    kernel.queueAnnouncement(frame);
                }
            }
            announcement.router().announcementsQueued = false;
        }
        announcements.clear();
        kernel.flushAnnouncements();
    }
}
