package io.qunbot.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.scaffold.PluginScaffold;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class NewPluginTest {

    @TempDir
    private Path folder;

    @Test
    void itCompilesWithoutAWarningAndItsTestPasses() throws Exception {
        PluginScaffold.of("sign-in", "/opt/qunbot").write(folder);
        Path classes = compiled();
        try (URLClassLoader loader = new URLClassLoader(new URL[]{classes.toUri().toURL()},
                getClass().getClassLoader())) {
            TestExecutionSummary summary = tested(loader.loadClass("com.example.signin.SignInPluginTest"));
            assertThat(summary.getFailures()).isEmpty();
            assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
        }
    }

    @Test
    void itsJarIsFoundInTheFolderOfPlugins() throws IOException {
        PluginScaffold.of("sign-in", "/opt/qunbot").write(folder);
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        jar(compiled(), plugins.resolve("sign-in.jar"));
        assertThat(PluginLoader.load(plugins)).containsKey("sign-in");
    }

    @Test
    void itsBuildNamesTheVersionsThatThisOneIsBuiltWith() throws IOException {
        PluginScaffold.of("sign-in", "/opt/qunbot").write(folder);
        String own = Files.readString(folder.resolve("pom.xml"));
        String ours = Files.readString(Path.of("../pom.xml"));
        String bot = own.substring(own.indexOf("<qunbot.version>") + "<qunbot.version>".length(),
                own.indexOf("</qunbot.version>"));
        assertThat(ours).contains("<version>" + bot + "</version>");
        for (String artifact : List.of("maven-toolchains-plugin", "maven-compiler-plugin", "maven-surefire-plugin",
                "maven-jar-plugin", "maven-resources-plugin")) {
            String name = "<artifactId>" + artifact + "</artifactId>";
            assertThat(version(own, name)).as(artifact).isEqualTo(version(ours, name));
        }
    }

    private static String version(String pom, String artifact) {
        String behind = pom.substring(pom.indexOf("<version>", pom.indexOf(artifact)) + "<version>".length());
        return behind.substring(0, behind.indexOf('<'));
    }

    private Path compiled() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder.resolve("src"))) {
            List<Path> java = sources.filter(file -> file.toString().endsWith(".java")).toList();
            boolean good = compiler.getTask(new PrintWriter(said), files, null,
                    List.of("-Xlint:all,-processing,-path", "-Werror", "-proc:none", "-d", classes.toString(), "-cp",
                            System.getProperty("java.class.path")),
                    null, files.getJavaFileObjectsFromPaths(java)).call();
            assertThat(good).as(said.toString()).isTrue();
        }
        Path services = folder.resolve("src/main/resources/META-INF/services/io.qunbot.plugin.Plugin");
        Files.createDirectories(classes.resolve("META-INF/services"));
        Files.copy(services, classes.resolve("META-INF/services/io.qunbot.plugin.Plugin"));
        return classes;
    }

    private static TestExecutionSummary tested(Class<?> test) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(test)).build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> found = Files.walk(classes)) {
            for (Path each : found.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(each).toString()));
                Files.copy(each, out);
            }
        }
    }
}
