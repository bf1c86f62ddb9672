import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Builds the runtime image: a reduced JDK whose {@code java} is called {@code keepalived}, the application's jars, the
 * native library, the launcher, and the AOT cache, which is trained by running the daemon's rehearsal.
 *
 * <p>Arguments: the image's directory, with the jars already in {@code lib/app}; the directory of the launcher's
 * sources; the name of the main jar; the directory of the rules' pages. Runs on the JDK that becomes the image's. Needs neither root nor a network.
 */
final class ImageBuilder {
    private static final String MODULES = "java.base,java.logging,java.xml,jdk.unsupported";
    /** Vector mathematics and vectorized sorting, which the client compiler does not call, and a starter of jars. */
    private static final String UNUSED = "/java.base/lib/libjsvml.so,/java.base/lib/jexec"
            + ",/java.base/lib/libsimdsort.so";
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

    private final Path image;
    private final Path sources;
    private final Path runtime;
    private final Path application;

    private ImageBuilder(Path image, Path sources) {
        this.image = image;
        this.sources = sources;
        this.runtime = image.resolve("lib/runtime");
        this.application = image.resolve("lib/app");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ImageBuilder builder = new ImageBuilder(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]));
        builder.link();
        builder.nameMainJar(arguments[2]);
        ClassUpgrade.rewrite(builder.jar("picocli-.*\\.jar"));
        builder.unpackNativeLibrary();
        builder.stripSymbols();
        builder.copyLauncher();
        builder.copyRulePages(Path.of(arguments[3]));
        builder.train();
    }

    /** The JDK without its tools, and with java under the daemon's name: comm is the name of the executed file. */
    private void link() throws IOException, InterruptedException {
        deleteTree(runtime);
        int code = ToolProvider.findFirst("jlink").orElseThrow().run(System.out, System.err, "--add-modules", MODULES,
                "--output", runtime.toString(), "--strip-debug", "--no-header-files", "--no-man-pages",
                "--compress=zip-6", "--dedup-legal-notices=error-if-not-same-content",
                "--release-info=add:IMPLEMENTOR_VERSION=\"" + System.getProperty("java.vendor.version", "unknown")
                        + "\":OS_ARCH=\"" + architecture() + '"',
                "--exclude-files=" + UNUSED);
        check(code, "jlink");
        Files.move(runtime.resolve("bin/java"), runtime.resolve("bin/keepalived"));
        Files.delete(runtime.resolve("bin/keytool"));
    }

    /** A quarter of the virtual machine's library is the names of its functions. Without binutils they stay. */
    private void stripSymbols() throws IOException, InterruptedException {
        for (Path program : programs()) {
            program.toFile().setWritable(true);
            try {
                run("strip", "--strip-unneeded", program.toString());
            } catch (IOException absent) {
                System.err.println("programs and libraries keep their symbols: " + absent.getMessage());
                return;
            }
        }
    }

    private List<Path> programs() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(image.resolve("lib"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream content = Files.newInputStream(file)) {
                    if (Arrays.equals(content.readNBytes(ELF.length), ELF)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    private void nameMainJar(String name) throws IOException {
        Files.move(application.resolve(name), application.resolve("keepalived.jar"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** jffi would unpack its library into /tmp at every start, which may be read-only or noexec. */
    private void unpackNativeLibrary() throws IOException {
        Path directory = Files.createDirectories(image.resolve("lib/native"));
        String entryPattern = "jni/" + architecture() + "-Linux/libjffi-.*\\.so";
        Path everySystem = jar("jffi-.*-native\\.jar");
        try (ZipFile zip = new ZipFile(everySystem.toFile())) {
            ZipEntry entry = zip.stream().filter(candidate -> candidate.getName().matches(entryPattern))
                    .map(ZipEntry.class::cast).findFirst().orElseThrow();
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, directory.resolve(Path.of(entry.getName()).getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.delete(everySystem);
    }

    private Path jar(String pattern) throws IOException {
        try (Stream<Path> jars = Files.list(application)) {
            return jars.filter(path -> path.getFileName().toString().matches(pattern)).findFirst().orElseThrow();
        }
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private void copyLauncher() throws IOException {
        Files.copy(sources.resolve("jvm.options"), image.resolve("lib/jvm.options"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(image.resolve("bin"));
        copyProgram("keepalived.sh", "bin/keepalived");
        copyProgram("make-aot-cache.sh", "lib/make-aot-cache");
        copyProgram("remove-left-addresses.sh", "lib/remove-left-addresses");
    }

    private void copyProgram(String source, String target) throws IOException {
        Path program = image.resolve(target);
        Files.copy(sources.resolve(source), program, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Configuration tests name these pages. */
    private void copyRulePages(Path pages) throws IOException {
        Path target = image.resolve("share/doc/jkeepalived/rules");
        deleteTree(target);
        Files.createDirectories(target);
        try (Stream<Path> all = Files.list(pages)) {
            for (Path page : all.toList()) {
                Files.copy(page, target.resolve(page.getFileName()));
            }
        }
    }

    private void train() throws IOException, InterruptedException {
        Files.deleteIfExists(image.resolve("lib/keepalived.aot"));
        run(image.resolve("lib/make-aot-cache").toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        check(new ProcessBuilder(command).inheritIO().start().waitFor(), command[0]);
    }

    private static void check(int code, String step) throws IOException {
        if (code != 0) {
            throw new IOException(step + " failed with " + code);
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
