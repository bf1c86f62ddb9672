package org.jkeepalived.transcript.simulated;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.daemon.messages.ReportLines;
import org.jkeepalived.daemon.observe.LogNames;
import org.jkeepalived.daemon.resource.KernelObject;
import org.jkeepalived.daemon.tracking.InterfaceSource;
import org.jkeepalived.daemon.tracking.ScriptSource;
import org.jkeepalived.daemon.tracking.TrackerSources;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.transcript.NormalForm;
import org.jkeepalived.transcript.VrrpText;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.LinkState;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.RouterSetParameters;
import org.jkeepalived.vrrp.TrackerCondition;
import org.jkeepalived.vrrp.packet.AdvertPayload;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/** A host whose routers are real and whose kernel is a set of addresses. */
final class SimulatedHost {

    /** A message between hosts. */
    record Message(IpAddress from, IpAddress to, int ttl, byte[] bytes) {}

    private final String name;
    private final int number;
    private final SimulatedNetwork network;
    private final SimulatedLinks links;
    private final TrackerIds trackerIds = new TrackerIds();
    private final NormalForm form;
    private final ReceivedAdvert view = new ReceivedAdvert();
    private final Set<String> kernel = new TreeSet<>();
    private final List<Message> unread = new ArrayList<>();
    private final Map<Integer, RouterParameters> parameters = new HashMap<>();
    private final List<Event> answers = new ArrayList<>();
    private final Map<String, Integer> checks = new HashMap<>();
    private String text = "";
    private Configuration configuration;
    private RouterSet routers;
    private ReportLines words;
    private boolean detail;
    private boolean frozen;
    private NormalForm.Step step = new NormalForm.Step();

    SimulatedHost(String name, int number, String interfaces, SimulatedNetwork network) {
        this.name = name;
        this.number = number;
        this.network = network;
        links = new SimulatedLinks(number, interfaces);
        form = new NormalForm(name);
    }

    void write(String configurationText) {
        text = configurationText;
    }

    void change(String from, String to) {
        text = text.replace(from, to);
    }

    // What happens to it

    /** @param withDetail whether it is started with -D */
    void start(boolean withDetail) {
        detail = withDetail;
        load();
        routers = new RouterSet(mapped());
        for (int i = 0; i < configuration.instances().size(); i++) {
            parameters.put(i, routers.parameters(i));
        }
        for (String link : links.names()) {
            if (!links.up(link)) {
                tellLink(link);
            }
        }
        parameters.values().forEach(this::removeLeftovers);
        tellHostAddresses();
        routers.start(network.now(), this::act);
        answer();
        configuration.scripts().forEach(script -> checked(script.name()));
    }

    private RouterSetParameters mapped() {
        return new InstanceMapper(TrackerSources.KINDS, trackerIds, links.table()).map(configuration);
    }

    /** What an earlier run may have left is asked for: nothing is there, and keepalived's words stand in the log. */
    private void removeLeftovers(RouterParameters router) {
        words.write(router, new Action.Remove(router.resourceSet().removal()), step.log::add);
    }

    private void tellHostAddresses() {
        for (String link : links.names()) {
            for (var held : links.table().table().addresses(links.index(link))) {
                happened(new Event.HostAddressChanged(link, new IpPrefix(held.address(), held.prefixLength()), true));
            }
        }
    }

    private void load() {
        configuration = ConfigLoader
                .loadText("keepalived.conf", text, LoadOptions.run(new SimulatedFacts(links.table())))
                .configuration();
        var virtual = new HashSet<IpAddress>();
        for (InstanceSettings instance : configuration.instances()) {
            InstanceMapper.allAddresses(instance).forEach(address -> virtual.add(address.address()));
        }
        links.table().setVirtualAddresses((_, address) -> virtual.contains(address));
        mapped();
        var names = new HashMap<Integer, String>();
        links.names().forEach(link -> names.put(links.index(link), link));
        words = new ReportLines(new LogNames(names, trackerIds), detail, configuration.global().logUnknownVrids());
    }

    void reload() {
        load();
        var plan = routers.plan(mapped());
        plan.kept().forEach(kept -> parameters.put(kept.router(), kept.after()));
        plan.added().forEach(added -> parameters.put(added.router(), added.parameters()));
        plan.added().forEach(added -> removeLeftovers(added.parameters()));
        routers.apply(plan, network.now(), this::act);
        answer();
    }

    void stop() {
        routers.stop(network.now(), this::act);
        answers.clear();
        routers = null;
        parameters.clear();
    }

    void kill() {
        routers = null;
        parameters.clear();
    }

    void freeze() {
        frozen = true;
    }

    /** As the daemon does, it reads what waits before it looks at its timers. */
    void thaw() {
        frozen = false;
        unread.forEach(this::receive);
        unread.clear();
        fireTimers();
    }

    void plug(String link, boolean up) {
        links.set(link, up);
        if (routers != null) {
            tellLink(link);
        }
    }

    private void tellLink(String link) {
        boolean up = links.up(link);
        happened(new Event.TrackerChanged(trackerIds.of(InterfaceSource.id(link)),
                up ? TrackerCondition.UP : TrackerCondition.DOWN));
        happened(new Event.InterfaceChanged(link, links.index(link), up ? LinkState.UP : LinkState.DOWN));
    }

    private void happened(Event event) {
        routers.handle(event, network.now(), this::act);
        answer();
    }

    /** What the kernel said to what was asked of it. */
    private void answer() {
        while (!answers.isEmpty()) {
            routers.handle(answers.removeFirst(), network.now(), this::act);
        }
    }

    /** The script with that file name ends with this status from now on. */
    void check(String script, int status) {
        checks.put(script, status);
        if (routers != null) {
            configuration.scripts().forEach(known -> checked(known.name()));
        }
    }

    private void checked(String script) {
        boolean good = checks.getOrDefault("check", 0) == 0;
        happened(new Event.TrackerChanged(trackerIds.of(ScriptSource.id(script)),
                good ? TrackerCondition.UP : TrackerCondition.DOWN));
    }

    /** Somebody takes a virtual address away. */
    void addressRemoved(String place) {
        kernel.remove(place);
        for (var entry : parameters.entrySet()) {
            for (Resource resource : entry.getValue().resources()) {
                if (place.equals(place(resource))) {
                    happened(new Event.ResourceLost(entry.getKey(), resource));
                }
            }
        }
    }

    void deliver(Message message) {
        if (routers == null || !links.up("eth0")) {
            return;
        }
        if (frozen) {
            unread.add(message);
        } else {
            receive(message);
        }
    }

    private void receive(Message message) {
        routers.receive(view.message(ByteBuffer.wrap(message.bytes()), 0, message.bytes().length)
                .header(message.from().family(), SimulatedLinks.ETH0, message.ttl(), message.to().isMulticast())
                .addresses(message.from().high(), message.from().low(), message.to().high(), message.to().low()),
                network.now(), this::act);
        answer();
    }

    long nextDeadlineNanos() {
        return routers == null || frozen ? Long.MAX_VALUE : routers.nextDeadlineNanos();
    }

    void fireTimers() {
        routers.fireTimers(network.now(), this::act);
        answer();
    }

    // What it does

    private void act(int number, Action action) {
        RouterParameters router = parameters.get(number);
        words.write(router, action, step.log::add);
        switch (action) {
            case Action.SendAdvert(var payload) -> send(router, payload);
            case Action.Install(var resources, boolean confirm) -> install(number, resources, confirm);
            case Action.Remove(var resources) -> resources.forEach(resource -> kernel.remove(place(resource)));
            case Action.Announce(var resources, int repeat) -> announce(resources, repeat);
            default -> {
                // It is in the log, or nothing to be seen here.
            }
        }
    }

    private void install(int number, List<Resource> resources, boolean confirm) {
        for (Resource resource : resources) {
            kernel.add(place(resource));
            if (confirm) {
                answers.add(new Event.ResourceInstalled(number, resource));
            }
        }
    }

    /** As {@code ip addr} would call it; routes and rules by the daemon's words for them. */
    private static String place(Resource resource) {
        return resource.address() == null
                ? ((KernelObject) resource.spec()).text()
                : resource.address() + " dev " + resource.interfaceName();
    }

    private void send(RouterParameters router, AdvertPayload payload) {
        if (!links.up("eth0") || !router.identity().interfaceName().equals("eth0")) {
            return;
        }
        List<IpAddress> destinations = router.destinations();
        for (int i = 0; i < payload.destinations(); i++) {
            if (!network.isReachable(destinations.get(i))) {
                continue;
            }
            byte[] bytes = payload.bytes(i);
            var advert = new ReceivedAdvert().message(ByteBuffer.wrap(bytes), 0, bytes.length)
                    .header(router.family(), 0, 0, true);
            var addresses = new ArrayList<String>();
            for (int k = 0; k < advert.addressCount(); k++) {
                addresses.add(advert.address(k).toString());
            }
            boolean version2 = advert.versionNumber() == 2;
            long unit = version2 ? 1_000_000_000L : 10_000_000L;
            String line = VrrpText.of(advert.versionNumber(), router.sourceAddress().toString(),
                    destinations.get(i).toString(), advert.vrid(), advert.priority(),
                    (int) (advert.advertIntervalNanos() / unit), addresses);
            boolean authenticated = version2 && advert.authenticationType() != 0;
            step.sent.add(new NormalForm.Sent(router.vrid() + "/" + router.family() + destinations.get(i),
                    authenticated ? line + " auth " + advert.authenticationType() : line));
            network.send(this, new Message(router.sourceAddress(), destinations.get(i), 255, bytes));
        }
    }

    private void announce(List<Resource> resources, int repeat) {
        for (int round = 0; round < repeat; round++) {
            for (Resource resource : resources) {
                if (resource.interfaceName().equals("eth0") && links.up("eth0")) {
                    IpAddress address = resource.address().address();
                    step.sent.add(
                            new NormalForm.Sent("", (address.isIpv6() ? "NA " : "ARP ") + address + " is at " + name));
                }
            }
        }
    }

    // What is seen of it

    NormalForm.Step step() {
        step.after = List.copyOf(kernel);
        return step;
    }

    List<String> peek() {
        return form.peek(step());
    }

    List<String> end() {
        List<String> lines = form.end(step());
        step = new NormalForm.Step();
        step.before = List.copyOf(kernel);
        return lines;
    }

    String name() {
        return name;
    }

    /** The last part of all its addresses. */
    int number() {
        return number;
    }
}
