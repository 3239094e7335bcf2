package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.qunbot.plugin.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PluginLoaderTest {

    private static final String SERVICES = "META-INF/services/io.qunbot.plugin.Plugin";

    @TempDir
    private Path folder;
    @TempDir
    private Path classes;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(PluginLoader.class);

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
        logger.setLevel(null);
        logger.setAdditive(true);
    }

    @Test
    void findsAPluginInAJar() throws IOException {
        jar("hello.jar", "demo.HelloPlugin", plugin("HelloPlugin", "hello", ""));

        Map<String, Plugin<?>> plugins = PluginLoader.load(folder);

        assertThat(plugins).containsOnlyKeys("hello");
        assertThat(plugins.values()).extracting(plugin -> plugin.getClass().getClassLoader())
                .doesNotContain(Plugin.class.getClassLoader());
        assertThat(log.list).isEmpty();
    }

    @Test
    void eachJarHasItsOwnClasses() throws IOException {
        jar("a.jar", "demo.SamePlugin", plugin("SamePlugin", "one", ""));
        jar("b.jar", "demo.SamePlugin", plugin("SamePlugin", "two", ""));

        assertThat(PluginLoader.load(folder)).containsOnlyKeys("one", "two");
    }

    @Test
    void ofTwoPluginsWithOneNameTheFirstJarsIsTaken() throws IOException {
        jar("a.jar", "demo.FirstPlugin", plugin("FirstPlugin", "hello", ""));
        jar("b.jar", "demo.SecondPlugin", plugin("SecondPlugin", "hello", ""));

        assertThat(PluginLoader.load(folder).values()).extracting(plugin -> plugin.getClass().getSimpleName())
                .containsExactly("FirstPlugin");
        assertThat(lines()).anySatisfy(line -> assertThat(line).contains("hello", "b.jar", "left out"));
    }

    @Test
    void whatCannotBeLoadedIsLeftOutAndNamed() throws IOException {
        Files.writeString(folder.resolve("1-garbage.jar"), "this is no jar");
        jar("2-throws.jar", "demo.ThrowingPlugin", plugin("ThrowingPlugin", "throwing", """
                public ThrowingPlugin() {
                    throw new IllegalStateException("boom");
                }
                """));
        jar("3-missing.jar", "demo.GonePlugin", plugin("OtherPlugin", "other", ""));
        jar("4-unnamed.jar", "", plugin("UnnamedPlugin", "unnamed", ""));
        jar("5-nameless.jar", "demo.NamelessPlugin", plugin("NamelessPlugin", "x", "").replace("return \"x\";",
                "throw new NoClassDefFoundError(\"demo/Gone\");"));
        jar("6-good.jar", "demo.HelloPlugin", plugin("HelloPlugin", "hello", ""));
        Files.writeString(folder.resolve("readme.txt"), "not a jar, and not meant to be one");

        assertThat(PluginLoader.load(folder)).containsOnlyKeys("hello");
        for (String jar : List.of("1-garbage.jar", "2-throws.jar", "3-missing.jar", "4-unnamed.jar",
                "5-nameless.jar")) {
            assertThat(lines()).anySatisfy(line -> assertThat(line).contains(jar));
        }
        assertThat(lines()).noneMatch(line -> line.contains("6-good.jar") || line.contains("readme"));
    }

    @Test
    void aHomeNeedsNoFolderOfPlugins() {
        assertThat(PluginLoader.load(folder.resolve("none"))).isEmpty();
        assertThat(log.list).isEmpty();
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static String plugin(String type, String name, String more) {
        return """
                package demo;

                import io.qunbot.plugin.Plugin;
                import io.qunbot.plugin.PluginServices;
                import io.qunbot.plugin.Reaction;
                import io.qunbot.plugin.Stage;

                public final class %s implements Plugin<%s.Settings> {
                    public record Settings(String say) {}

                    @Override
                    public String name() {
                        return "%s";
                    }

                    @Override
                    public Class<Settings> settingsType() {
                        return Settings.class;
                    }

                    @Override
                    public Stage create(Settings settings, PluginServices services) {
                        return (event, chat) -> Reaction.pass();
                    }

                    %s
                }
                """.formatted(type, type, name, more);
    }

    /** @param provider the class that the jar names, empty for none */
    private void jar(String name, String provider, String source) throws IOException {
        Path output = Files.createDirectory(classes.resolve(name));
        compile(source, output);
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                JarOutputStream jar = new JarOutputStream(file);
                var files = Files.walk(output)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                entry(jar, output.relativize(each).toString(), Files.readAllBytes(each));
            }
            if (!provider.isEmpty()) {
                entry(jar, SERVICES, provider.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void entry(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }

    private static void compile(String source, Path output) {
        String type = source.replaceAll("(?s).*public final class (\\w+).*", "$1");
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///demo/" + type + ".java"),
                JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = Path.of(URI.create(Plugin.class.getProtectionDomain().getCodeSource().getLocation()
                .toString())).toString();
        boolean compiled = compiler.getTask(null, null, null,
                List.of("-d", output.toString(), "-cp", classPath, "-proc:none"), null, List.of(file)).call();
        assertThat(compiled).isTrue();
    }
}
