package org.jkeepalived.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bill of materials says what is in the image, all of it, as it is there. */
class SbomIT {
    private static final Path IMAGE = Path.of(System.getProperty("jkeepalived.image", "target/image"));
    private static final Path MAVEN = Path.of("target/sbom-maven.json");

    @TempDir
    private Path directory;

    private Map<String, Object> bill;

    @BeforeEach
    void complete() throws IOException {
        assumeTrue(Program.exists("python3"), "needs python3");
        assumeTrue(Files.exists(MAVEN), "needs " + MAVEN + ", which Maven makes when it is not offline");
        Path file = directory.resolve("sbom.json");
        Program.must(Map.of(),
                List.of("src/main/release/complete-sbom", MAVEN.toString(), IMAGE.toString(), file.toString()));
        bill = JSON.std.mapFrom(Files.readString(file));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    private List<Map<String, Object>> components() {
        return list(bill.get("components"));
    }

    private static String file(Map<String, Object> component) {
        return list(component.get("properties")).stream()
                .filter(entry -> "jkeepalived:file".equals(entry.get("name")))
                .map(entry -> (String) entry.get("value"))
                .findFirst()
                .orElseThrow();
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itIsCycloneDx() {
        assertEquals("CycloneDX", bill.get("bomFormat"));
        assertEquals("1.6", bill.get("specVersion"));
        assertEquals(1, bill.get("version"));
    }

    @Test
    void everyJarAndTheNativeLibraryAreThereWithTheirDigests() throws IOException {
        Map<String, String> said = new TreeMap<>();
        components().forEach(component -> said.put(file(component),
                (String) list(component.get("hashes")).getFirst().get("content")));
        Map<String, String> found = new TreeMap<>(
                Map.of("lib/runtime/lib/modules", digest(IMAGE.resolve("lib/runtime/lib/modules"))));
        for (String folder : List.of("lib/app", "lib/native")) {
            try (Stream<Path> files = Files.list(IMAGE.resolve(folder))) {
                for (Path path : files.toList()) {
                    found.put(folder + "/" + path.getFileName(), digest(path));
                }
            }
        }
        assertEquals(found, said);
    }

    @Test
    void everyComponentHasALicenceAVersionAndAnAddress() {
        for (Map<String, Object> component : components()) {
            Map<String, Object> licence = list(component.get("licenses")).getFirst();
            assertTrue(licence.containsKey("expression") || ((Map<?, ?>) licence.get("license")).containsKey("id"),
                    component::toString);
            assertTrue(((String) component.get("purl")).startsWith("pkg:"), component::toString);
            assertTrue(component.containsKey("version"), component::toString);
        }
    }

    @Test
    void theJdkIsThereWithEveryModuleOfTheImage() throws IOException {
        Map<String, Object> jdk = components().stream()
                .filter(component -> "platform".equals(component.get("type")))
                .findFirst()
                .orElseThrow();
        String release = Files.readString(IMAGE.resolve("lib/runtime/release"));
        assertTrue(release.contains("IMPLEMENTOR_VERSION=\"Temurin-" + jdk.get("version") + "\""), release);
        List<Object> modules = list(jdk.get("components")).stream().map(module -> module.get("name")).toList();
        assertTrue(
                release.contains(
                        "MODULES=\"" + String.join(" ", modules.stream().map(String::valueOf).toList()) + "\""),
                modules.toString());
    }

    @Test
    void referencesAreUniqueAndLeadSomewhere() {
        List<Object> references = new ArrayList<>(List.of("jkeepalived"));
        components().forEach(component -> references.add(component.get("bom-ref")));
        Set<Object> unique = new HashSet<>(references);
        assertEquals(references.size(), unique.size());
        for (Map<String, Object> dependency : list(bill.get("dependencies"))) {
            assertTrue(unique.contains(dependency.get("ref")), dependency::toString);
            assertTrue(unique.containsAll((List<?>) dependency.get("dependsOn")), dependency::toString);
        }
    }
}
