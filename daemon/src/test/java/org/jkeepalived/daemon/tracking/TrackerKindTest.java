package org.jkeepalived.daemon.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.daemon.host.ThisHost;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.mapping.Tracked;
import org.jkeepalived.daemon.mapping.TrackerId;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.daemon.mapping.TrackerKind;
import org.jkeepalived.daemon.observe.LogNames;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.RouterSetParameters;
import org.jkeepalived.vrrp.TrackerCondition;
import org.junit.jupiter.api.Test;

/** What instances follow, and that another kind is one class. */
class TrackerKindTest {
    private static final String CONFIGURATION = """
            global_defs {
              dynamic_interfaces
              enable_script_security
              script_user root
            }
            vrrp_script chk {
              script /bin/true
              weight 5
            }
            vrrp_script fault {
              script /bin/true
            }
            vrrp_sync_group G {
              group {
                A
              }
              track_interface {
                jk-group0
              }
            }
            vrrp_instance A {
              interface jk-own0
              virtual_router_id 51
              priority 100
              track_interface {
                jk-vip0 weight 10
                jk-other0 weight 20 reverse
              }
              track_script {
                chk
                fault
              }
              virtual_ipaddress {
                192.0.2.10
                192.0.2.11 dev jk-vip0
              }
            }
            """;

    /** The phase of the moon, which an instance follows by its name. */
    private static final class Moon implements TrackerKind {
        @Override
        public String name() {
            return "moon";
        }

        @Override
        public void declare(Configuration configuration, InstanceMapper.Links links, Declarations out) {
            out.tracker("full", TrackerCondition.DOWN);
        }

        @Override
        public List<Tracked> of(InstanceSettings instance, StaticSettings statics) {
            return List.of(new Tracked("full", -30, false));
        }

        @Override
        public List<Tracked> of(SyncGroupSettings group) {
            return List.of();
        }
    }

    private final Configuration configuration = ConfigLoader
            .loadText("keepalived.conf", CONFIGURATION, LoadOptions.run(ThisHost.facts()))
            .configuration();
    private final TrackerIds ids = new TrackerIds();
    private final LinkTable links = new LinkTable();

    private RouterSetParameters map(TrackerKind... more) {
        List<TrackerKind> kinds = Stream.concat(TrackerSources.KINDS.stream(), Stream.of(more)).toList();
        return new InstanceMapper(kinds, ids, links).map(configuration);
    }

    private List<String> followed(RouterSetParameters parameters) {
        List<String> all = new ArrayList<>();
        parameters.routers()
                .getFirst()
                .trackings()
                .forEach(tracking -> all.add(ids.all().get(tracking.trackerId()) + " " + tracking.weight()
                        + (tracking.reverse() ? " reverse" : "")));
        return all;
    }

    @Test
    void anInstanceFollowsItsScriptsTheInterfacesThatItNeedsAndWhatItsGroupTracks() {
        // A member of a group follows only what makes it faulty, unless the group has track weights.
        assertEquals(List.of("script fault 0", "interface jk-vip0 0", "interface jk-group0 0"), followed(map()));
    }

    @Test
    void whatIsSaidTwiceCountsOnce() {
        assertEquals(followed(map()), followed(map(TrackerSources.KINDS.toArray(TrackerKind[]::new))));
    }

    @Test
    void anotherKindIsMappedFollowedAndNamed() {
        RouterSet routers = new RouterSet(map(new Moon()));
        int id = ids.of(new TrackerId("moon", "full"));
        assertEquals("moon full", new LogNames(Map.of(), ids).tracker(id));
        TrackerSink sink = (tracker, condition) -> routers.handle(new Event.TrackerChanged(ids.of(tracker), condition),
                1, (_, _) -> {
                });
        sink.changed(new TrackerId("moon", "full"), TrackerCondition.UP);
        assertEquals(id, ids.of(new TrackerId("moon", "full")));
    }
}
